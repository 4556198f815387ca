package dev.snag.runtime.diagnosis;

import dev.snag.findings.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The look that shows best what held the carrier; null where none has a stack. */
final class Exhibit {

    private Exhibit() {}

    static Look of(Kind kind, Shares shares, Evidence evidence) {
        List<Look> showing = shares.showing(kind).stream()
                .filter(look -> !look.stack().frames().isEmpty())
                .toList();
        if (showing.isEmpty()) {
            boolean told = kind == Kind.PINNED && !evidence.ownStack().isEmpty();
            return told ? Look.byTheThreadItself(evidence) : last(evidence.looks());
        }
        return kind == Kind.CPU ? seenMost(showing) : lastedLongest(showing, evidence);
    }

    private static Look last(List<Look> looks) {
        for (int i = looks.size() - 1; i >= 0; i--) {
            if (!looks.get(i).stack().frames().isEmpty()) {
                return looks.get(i);
            }
        }
        return null;
    }

    /** Of several samples of a computation, the first of those whose code was seen most often. */
    private static Look seenMost(List<Look> looks) {
        var counts = new HashMap<String, Integer>();
        looks.forEach(look -> counts.merge(offenderOf(look), 1, Integer::sum));
        Look best = looks.getFirst();
        for (Look look : looks) {
            if (counts.get(offenderOf(look)) > counts.get(offenderOf(best))) {
                best = look;
            }
        }
        return best;
    }

    /** One hold may block in several places; what was seen at both ends of a stretch filled it, at one end half of it. */
    private static Look lastedLongest(List<Look> showing, Evidence evidence) {
        List<Look> all = evidence.looks();
        Map<String, Long> lasted = new HashMap<>();
        for (Look look : showing) {
            int i = all.indexOf(look);
            long before = i == 0
                    ? 2 * (look.nanos() - evidence.start())
                    : look.nanos() - all.get(i - 1).nanos();
            long after = i == all.size() - 1 ? 0 : all.get(i + 1).nanos() - look.nanos();
            lasted.merge(callOf(look), (before + after) / 2, Long::sum);
        }
        Look best = showing.getFirst();
        for (Look look : showing) {
            if (lasted.get(callOf(look)) >= lasted.get(callOf(best))) {
                best = look;
            }
        }
        return best;
    }

    private static String callOf(Look look) {
        return Frames.operation(look.stack().frames().getFirst()) + " from " + offenderOf(look);
    }

    private static String offenderOf(Look look) {
        int offender = Frames.offender(look.stack().frames());
        if (offender < 0) {
            return "";
        }
        StackTraceElement frame = look.stack().frames().get(offender);
        return Frames.stableName(frame.getClassName(), frame.getMethodName());
    }
}
