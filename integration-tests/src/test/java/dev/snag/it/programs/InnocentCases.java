package dev.snag.it.programs;

import java.util.ArrayList;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** None of these keeps a carrier. */
class InnocentCases {

    private static void sleep(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void in_a_bare_thread() throws InterruptedException {
        Thread.ofVirtual().start(() -> sleep(80)).join();
    }

    @Test
    void in_an_executor_that_all_share() throws Exception {
        var futures = new ArrayList<Future<?>>();
        for (int i = 0; i < 20; i++) {
            futures.add(GuiltyCases.SHARED.submit(() -> sleep(40)));
        }
        for (Future<?> future : futures) {
            future.get();
        }
    }

    @Test
    void in_a_thread_that_nobody_joins() {
        Thread.startVirtualThread(() -> sleep(30));
    }

    @Test
    void without_any() {
        sleep(60);
    }
}
