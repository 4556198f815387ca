package dev.snag.runtime.options;

import java.time.Duration;

/** A set of defaults for a place where Snag is used. */
public enum Profile {
    /** A developer's machine. */
    DEV(Duration.ofMillis(100), false, true),
    /** Unit tests. */
    TEST(Duration.ofMillis(20), true, true),
    /** A build that fails where a snag fails policy. */
    CI(Duration.ofMillis(20), true, true),
    /** A service in use. */
    PROD(Duration.ofMillis(100), false, false);

    private final Duration threshold;
    private final boolean reports;
    private final boolean prints;

    Profile(Duration threshold, boolean reports, boolean prints) {
        this.threshold = threshold;
        this.reports = reports;
        this.prints = prints;
    }

    /** The threshold unless one is set. */
    public Duration threshold() {
        return threshold;
    }

    /** Whether there is a report folder unless one is set. */
    public boolean reports() {
        return reports;
    }

    /** Whether the flight recorder is read unless that is set. */
    public boolean readsJfr() {
        return this != DEV && this != PROD;
    }

    /** What is forbidden at any duration unless that is set. */
    StrictRules strict() {
        return this == TEST || this == CI ? StrictRules.parse(StrictRules.OF_TESTS) : StrictRules.NONE;
    }

    /** Whether the exit status is the gate's. */
    public boolean gates() {
        return this == CI;
    }

    /** Whether each finding is printed as text. */
    public boolean prints() {
        return prints;
    }
}
