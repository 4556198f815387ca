package com.acme;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class InnocentTest {

    @Test
    void sleepsUnmounted() throws InterruptedException {
        Thread sleeper = Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(Duration.ofMillis(120));
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        sleeper.join();
    }
}
