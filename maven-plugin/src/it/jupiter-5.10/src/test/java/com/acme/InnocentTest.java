package com.acme;

import org.junit.jupiter.api.Test;

/** Lets go of its carrier, as it should. */
class InnocentTest {

    @Test
    void lets_go() throws InterruptedException {
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        Thread.sleep(100);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                })
                .join();
    }
}
