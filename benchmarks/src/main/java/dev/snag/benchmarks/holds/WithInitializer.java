package dev.snag.benchmarks.holds;

/** Defined anew by each {@link Initializing}, to be initialized once for each. */
final class WithInitializer {

    static {
        Initializing.run(WithInitializer.class);
    }

    private WithInitializer() {}
}
