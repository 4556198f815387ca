package dev.snag.runtime.jvm;

import java.util.function.LongSupplier;

/** How long the calling thread itself has waited for a processor (Linux: {@code /proc/thread-self/schedstat}). */
public final class OwnSchedule {

    private OwnSchedule() {}

    /** Nanoseconds so far of whichever thread asks; -1 where the system does not tell. */
    public static LongSupplier runDelay() {
        return () -> {
            long[] times = SmallFile.numbers("/proc/thread-self/schedstat");
            return times == null || times.length < 2 ? -1 : times[1];
        };
    }
}
