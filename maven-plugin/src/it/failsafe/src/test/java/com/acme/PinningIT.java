package com.acme;

import org.junit.jupiter.api.Test;

/** Run by Failsafe, with the same argLine. */
class PinningIT {

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
