package com.acme;

import org.junit.jupiter.api.Test;

/** Known since before there was a gate. */
class KnownTest {

    /** A class initializer pins on every JDK. */
    static final class Slow {
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
        Thread.ofVirtual().start(Slow::touch).join();
    }
}
