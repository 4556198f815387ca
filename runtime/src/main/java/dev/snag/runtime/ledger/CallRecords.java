package dev.snag.runtime.ledger;

import dev.snag.findings.Category;
import dev.snag.runtime.diagnosis.Diagnosis;
import dev.snag.runtime.diagnosis.Evidence;
import dev.snag.runtime.slots.CarrierSlot.Parks;
import dev.snag.runtime.strict.ForbiddenCall;
import java.util.List;

/** What there is to say of a call that a strict rule forbids. */
final class CallRecords {

    private CallRecords() {}

    /** The verdict, which is the rule's; only what pins a park is looked for. */
    static Diagnosis diagnosis(ForbiddenCall call, MonitorSites sites) {
        if (call.category() != null) {
            return Diagnosis.ofCall(call.category(), call.frames());
        }
        var evidence = new Evidence(
                Runtime.version().feature(),
                call.begin(),
                call.end(),
                List.of(),
                new Parks(1, call.nanos()),
                call.pin(),
                call.frames());
        return PinSearch.refine(Diagnosis.of(evidence), sites).asCall();
    }

    static String why(ForbiddenCall call, Diagnosis diagnosis) {
        if (call.category() == null) {
            String why = diagnosis.why();
            return why.substring(0, why.length() - 1) + "; strict=PINNED forbids that at any duration.";
        }
        String operation = diagnosis.cause().operation();
        String called =
                "It called " + (call.category() == Category.NATIVE ? "native code (" + operation + ")" : operation);
        return call.category() == Category.OWN_RULE
                ? called + ", which a strict rule of yours forbids to virtual threads at any duration."
                : called + ", which strict=" + call.category() + " forbids to virtual threads at any duration.";
    }
}
