package dev.snag.findings.report.sarif;

import dev.snag.findings.Kind;
import dev.snag.findings.Verdict;

/** What SARIF is told of a kind and of a verdict. */
final class SarifRules {

    private SarifRules() {}

    static String meaning(Kind kind) {
        return switch (kind) {
            case PINNED -> "A virtual thread parked and could not leave its carrier.";
            case MONITOR -> "A virtual thread waited for a monitor and kept its carrier meanwhile.";
            case BLOCKING_CALL -> "A virtual thread was in a native call for which the JDK does not unmount.";
            case CLASS_INIT_WAIT -> "A virtual thread waited until another thread had initialized a class.";
            case CPU -> "A virtual thread computed without letting go of its carrier.";
            case STARVATION -> "Every carrier was held while virtual threads queued.";
        };
    }

    static String help(Kind kind) {
        return meaning(kind) + " While a carrier is held no other virtual thread can run on it; there are only as many"
                + " carriers as processors.";
    }

    static String level(Verdict verdict) {
        return switch (verdict) {
            case FAILS -> "error";
            case WARNING_ONLY -> "warning";
            case OUT_OF_SCOPE, KNOWN_IN_BASELINE, ALLOWED_BY_RULE -> "note";
        };
    }
}
