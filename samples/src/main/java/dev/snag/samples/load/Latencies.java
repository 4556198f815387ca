package dev.snag.samples.load;

import java.time.Duration;
import java.util.Collection;

/** How long each of a number of requests took. */
public final class Latencies {
    private final long[] sortedNanos;

    private Latencies(long[] sortedNanos) {
        this.sortedNanos = sortedNanos;
    }

    public static Latencies of(Collection<Duration> durations) {
        return new Latencies(
                durations.stream().mapToLong(Duration::toNanos).sorted().toArray());
    }

    public int count() {
        return sortedNanos.length;
    }

    /**
     * The smallest duration that at least this share of all is not longer than (nearest rank); zero where there are none.
     *
     * @param percent above 0, at most 100
     */
    public Duration percentile(double percent) {
        if (percent <= 0 || percent > 100) {
            throw new IllegalArgumentException("a percentile is above 0 and at most 100, not " + percent);
        }
        if (sortedNanos.length == 0) {
            return Duration.ZERO;
        }
        int rank = (int) Math.ceil(percent / 100 * sortedNanos.length);
        return Duration.ofNanos(sortedNanos[rank - 1]);
    }

    public Duration max() {
        return percentile(100);
    }
}
