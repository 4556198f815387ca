package dev.snag.it.programs;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Each of these keeps a carrier; those of {@link InnocentCases} run at the same time, on the same executor. */
class GuiltyCases {

    /** Ten times the threshold: a collection that a busy machine makes long, at the beginning or the end, excuses some of it. */
    private static final int HELD = 200;

    static final ExecutorService SHARED = Executors.newVirtualThreadPerTaskExecutor();

    @Test
    void in_a_bare_thread_that_nobody_joins() {
        Thread.ofVirtual().start(() -> {
            SleepOnCarrier.millis(HELD);
            throw new IllegalStateException("thrown on purpose, and nobody sees it");
        });
    }

    @Test
    void in_an_executor_that_all_share() throws Exception {
        SHARED.submit(() -> SleepOnCarrier.millis(HELD)).get();
    }

    @Test
    void through_a_platform_thread() throws InterruptedException {
        Thread.ofPlatform()
                .inheritInheritableThreadLocals(false)
                .start(() -> Thread.startVirtualThread(() -> SleepOnCarrier.millis(HELD)))
                .join();
    }
}
