package com.acme;

import org.junit.jupiter.api.Test;

/** In one fork. */
class FirstTest {

    /** A class initializer pins on every JDK. */
    static final class First {
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
        Thread.ofVirtual().start(First::touch).join();
    }
}
