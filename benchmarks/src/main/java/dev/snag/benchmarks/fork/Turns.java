package dev.snag.benchmarks.fork;

import java.util.List;

/** The order in which variants are measured: A B C, then C B A, so that a drift of the host favours none. */
public final class Turns {

    private Turns() {}

    /** The variants in the order of round {@code round}. */
    public static <V> List<V> of(List<V> variants, int round) {
        return round % 2 == 0 ? variants : variants.reversed();
    }
}
