package dev.snag.drivers.cache;

import dev.snag.drivers.workload.Trial;
import dev.snag.drivers.workload.Workload;
import java.time.Duration;
import java.util.function.Function;

/** A cache whose loader waits, as one that asks a database does; parameter {@code cache} names the {@link CacheUnderTest}. */
public final class CacheWorkload implements Workload {
    /** Twice the carriers: two hold them all, two more wait. */
    private static final int THREADS = 4;

    private static final Duration FAST = Duration.ofMillis(5);
    private static final Duration SLOW = Duration.ofMillis(200);

    @Override
    public void run(Trial trial) throws Exception {
        CacheUnderTest cache = Class.forName(trial.parameter("cache"))
                .asSubclass(CacheUnderTest.class)
                .getDeclaredConstructor()
                .newInstance();
        trial.uses(cache.library());
        trial.coldStart(THREADS, number -> get(cache, "cold-" + number % 2, FAST));
        trial.phase("load", THREADS, number -> get(cache, "own-" + number, SLOW));
        trial.phase("same", THREADS, number -> get(cache, "same", SLOW));
    }

    private static void get(CacheUnderTest cache, String key, Duration duration) throws Exception {
        String value = cache.get(key, loader(duration));
        if (!value.equals("value of " + key)) {
            throw new IllegalStateException(key + " has the value '" + value + "'");
        }
    }

    private static Function<String, String> loader(Duration duration) {
        return key -> {
            try {
                Thread.sleep(duration);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while it loaded", e);
            }
            return "value of " + key;
        };
    }
}
