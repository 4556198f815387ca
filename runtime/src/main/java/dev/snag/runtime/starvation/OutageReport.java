package dev.snag.runtime.starvation;

import dev.snag.runtime.jvm.Waits;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * What the monitor has to say of one outage.
 *
 * @param number of the outage, from the same row as the holds'; the same in all reports of it
 * @param ongoing whether it lasts
 * @param standstill as it was at the last look while it lasted
 * @param nanos its length, so far where it is ongoing
 * @param threshold in nanoseconds
 * @param jdk feature version of the JVM
 * @param lasts whether it lasts still, whenever asked
 * @param waits asks who waits for whom, which may take milliseconds
 */
public record OutageReport(
        long number,
        boolean ongoing,
        Standstill standstill,
        long nanos,
        long threshold,
        int jdk,
        BooleanSupplier lasts,
        Supplier<Waits> waits) {

    /** The same after so long a time. */
    public OutageReport after(long length, boolean lastsStill) {
        return new OutageReport(number, lastsStill, standstill, length, threshold, jdk, lasts, waits);
    }

    /** Ids of the threads whose progress would free a carrier. */
    public List<Long> heldIds() {
        return standstill.held().stream().map(Held::id).toList();
    }
}
