package com.acme;

import org.junit.jupiter.api.Test;

/** What a change has brought. */
class NewTest {

    /** A class initializer pins on every JDK. */
    static final class Fresh {
        static {
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        static void touch() {}
    }

    @Test
    void keeps_its_carrier() throws InterruptedException {
        Thread.ofVirtual().start(Fresh::touch).join();
    }
}
