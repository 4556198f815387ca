package com.acme;

import org.junit.jupiter.api.Test;

/** In the other fork, at the same time. */
class SecondTest {

    /** A class initializer pins on every JDK. */
    static final class Second {
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
        Thread.ofVirtual().start(Second::touch).join();
    }
}
