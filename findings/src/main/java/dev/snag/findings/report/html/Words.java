package dev.snag.findings.report.html;

import dev.snag.findings.Kind;
import dev.snag.findings.Verdict;
import dev.snag.findings.report.SnagReport;

/** What the page calls things. */
final class Words {

    private Words() {}

    /** The state of a snag, in a word. */
    static String state(SnagReport snag, boolean baselineGiven) {
        return switch (snag.verdict()) {
            case FAILS -> snag.known() ? "known, fails" : baselineGiven ? "new" : "fails";
            case WARNING_ONLY -> snag.known() ? "known" : "warning";
            case OUT_OF_SCOPE -> "out of scope";
            case KNOWN_IN_BASELINE -> "known";
            case ALLOWED_BY_RULE -> "allowed";
        };
    }

    /** The name of its style. */
    static String stateStyle(Verdict verdict) {
        return switch (verdict) {
            case FAILS -> "fails";
            case WARNING_ONLY -> "warns";
            case OUT_OF_SCOPE, KNOWN_IN_BASELINE, ALLOWED_BY_RULE -> "quiet";
        };
    }

    /** What a kind means, for who sees it for the first time. */
    static String meaning(Kind kind) {
        return switch (kind) {
            case PINNED -> "parked, and could not leave its carrier";
            case MONITOR -> "waits for a monitor, and keeps its carrier meanwhile";
            case BLOCKING_CALL -> "in a native call for which the JDK does not unmount";
            case CLASS_INIT_WAIT -> "waits until another thread has initialized a class";
            case CPU -> "computes without letting go";
            case STARVATION -> "every carrier is held while virtual threads queue";
        };
    }

    /** The name of its colour. */
    static String style(Kind kind) {
        return switch (kind) {
            case PINNED -> "pinned";
            case MONITOR -> "monitor";
            case BLOCKING_CALL -> "call";
            case CLASS_INIT_WAIT -> "init";
            case CPU -> "cpu";
            case STARVATION -> "starved";
        };
    }
}
