package com.acme;

import org.junit.jupiter.api.Test;

class GuiltyTest {

    /** Pins whoever initializes it. */
    static final class Slow {
        static {
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        static void touch() {}
    }

    @Test
    void keepsItsCarrier() {
        Thread.ofVirtual().start(() -> {
            Slow.touch();
            throw new IllegalStateException("nobody sees this");
        });
    }

    @Test
    void keepsNone() throws InterruptedException {
        Thread.ofVirtual().start(() -> {}).join();
    }
}
