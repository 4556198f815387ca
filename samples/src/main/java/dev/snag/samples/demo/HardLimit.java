package dev.snag.samples.demo;

import java.time.Duration;

/** Ends this JVM, on a platform thread, when it has run for too long: a demonstration that hangs shows nothing. */
final class HardLimit {
    /** The exit status of a demo that took too long. */
    static final int STATUS = 3;

    private HardLimit() {}

    static void set(Duration limit) {
        Thread.ofPlatform().name("hard-limit").daemon().start(() -> {
            try {
                Thread.sleep(limit);
                System.err.println(
                        "Demo: not done after " + limit.toSeconds() + " s, given up; worker and PostgreSQL are"
                                + " being stopped. Run it again with jstack at hand, or with --without-agent to compare.");
                System.exit(STATUS);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
