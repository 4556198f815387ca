package dev.snag.benchmarks.holds;

/** A way to hold a carrier. */
public enum HoldKind {
    /** Sleeps within a class initializer. */
    PINNED_CLASS_INIT("PINNED", 21, Integer.MAX_VALUE),
    /** Sleeps while it owns a monitor; unmounts since JEP 491 (JDK 24). */
    PINNED_MONITOR("PINNED", 21, 23),
    /** Waits to enter a monitor; unmounts since JEP 491. */
    MONITOR("MONITOR", 21, 23),
    /** Waits to enter a monitor within a class initializer. */
    MONITOR_CLASS_INIT("MONITOR", 24, Integer.MAX_VALUE),
    /** Reads from a FIFO that nobody writes to. */
    BLOCKING_CALL("BLOCKING_CALL", 21, Integer.MAX_VALUE),
    /** {@code Class.forName} of a class that another thread initializes. */
    CLASS_INIT_WAIT("CLASS_INIT_WAIT", 21, Integer.MAX_VALUE),
    /** Computes. */
    CPU("CPU", 21, Integer.MAX_VALUE);

    private final String found;
    private final int since;
    private final int until;

    HoldKind(String found, int since, int until) {
        this.found = found;
        this.since = since;
        this.until = until;
    }

    /** The {@code kind} of a finding about it. */
    public String found() {
        return found;
    }

    /** Whether it holds the carrier on that feature release. */
    public boolean holdsOn(int feature) {
        return since <= feature && feature <= until;
    }

    /** Whether several can run at a time without stretching each other. */
    public boolean isIdle() {
        return this != CPU;
    }
}
