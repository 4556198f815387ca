package dev.snag.runtime.ledger;

import dev.snag.findings.ThreadRef;
import dev.snag.findings.jsonl.JsonlWriter;
import dev.snag.findings.text.FindingText;
import dev.snag.runtime.diagnosis.Diagnosis;
import dev.snag.runtime.diagnosis.Evidence;
import dev.snag.runtime.diagnosis.Look;
import dev.snag.runtime.diagnosis.Look.Details;
import dev.snag.runtime.excuse.Excuse;
import dev.snag.runtime.jvm.Sight;
import dev.snag.runtime.jvm.Sight.VirtualState;
import dev.snag.runtime.jvm.StackSight;
import dev.snag.runtime.monitor.HoldReport;
import dev.snag.runtime.slots.CarrierSlot.Parks;
import java.util.List;

/**
 * A finding of nothing, to the last word, that nobody sees: the first real one must not wait while a hundred classes are
 * loaded, neither on this thread nor on the monitor's.
 */
final class Rehearsal {

    private Rehearsal() {}

    static void of(OccurrenceOf occurrences) {
        var stack = new StackSight(List.of(Thread.currentThread().getStackTrace()), null);
        var looks = new Look[2];
        for (int i = 0; i < looks.length; i++) {
            var sight = new Sight(VirtualState.RUNNING, Thread.State.RUNNABLE, i);
            looks[i] = new Look(i, sight, -1, Parks.NONE, stack, false, Details.NONE);
        }
        Diagnosis diagnosis = Diagnosis.of(
                new Evidence(Runtime.version().feature(), 0, looks.length, List.of(looks), Parks.NONE, null));
        var nobody = new ThreadRef("", 0);
        var report = new HoldReport(0, false, 0, 1, 1, Excuse.NONE, nobody, nobody, () -> false, diagnosis);
        var occurrence = occurrences.hold(report);
        JsonlWriter.line(occurrence);
        FindingText.full(occurrence);
    }
}
