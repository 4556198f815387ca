package dev.snag.runtime.monitor;

import dev.snag.findings.ThreadRef;
import dev.snag.runtime.diagnosis.Diagnosis;
import dev.snag.runtime.excuse.Excuse;
import dev.snag.runtime.tests.TestScope;
import java.util.function.BooleanSupplier;

/**
 * What the monitor has to say of one hold.
 *
 * @param number of the hold; the same in all reports of it
 * @param ongoing whether it lasts
 * @param start of the hold, {@code System.nanoTime()}
 * @param nanos its length, so far where it is ongoing
 * @param threshold of its kind, in nanoseconds
 * @param lasts whether the hold lasts still, whenever asked
 * @param test that the thread belongs to; null for none
 */
public record HoldReport(
        long number,
        boolean ongoing,
        long start,
        long nanos,
        long threshold,
        Excuse excuse,
        ThreadRef thread,
        ThreadRef carrier,
        BooleanSupplier lasts,
        Diagnosis diagnosis,
        TestScope test) {

    /** Of a thread that belongs to no test. */
    public HoldReport(
            long number,
            boolean ongoing,
            long start,
            long nanos,
            long threshold,
            Excuse excuse,
            ThreadRef thread,
            ThreadRef carrier,
            BooleanSupplier lasts,
            Diagnosis diagnosis) {
        this(number, ongoing, start, nanos, threshold, excuse, thread, carrier, lasts, diagnosis, null);
    }

    /** The same, judged anew. */
    public HoldReport with(Diagnosis judged) {
        return new HoldReport(number, ongoing, start, nanos, threshold, excuse, thread, carrier, lasts, judged, test);
    }
}
