package dev.snag.findings.policy;

import dev.snag.findings.End;
import java.util.ArrayList;
import java.util.List;

/** Why the silence of a watch may not mean health. */
public final class Doubts {

    /** No mount was seen by any JVM. */
    public static final String NOTHING_RAN =
            "no virtual thread ran, so nothing was watched; is the agent in the JVM that" + " runs the code?";

    private Doubts() {}

    /** About one JVM that ended in good order, all but whether a virtual thread ran. */
    public static List<String> of(End end) {
        var doubts = new ArrayList<String>();
        if (!end.alive()) {
            doubts.add("the monitor was not alive at the end, so holds were not seen");
        }
        if (end.dropped() > 0) {
            doubts.add(end.dropped() + " lines were dropped, and findings may be among them");
        }
        if (end.ownErrors() > 0) {
            doubts.add(end.ownErrors() + " errors of Snag itself, which may have hidden findings");
        }
        return doubts;
    }

    /** About a JVM that is alone. */
    public static List<String> ofWhole(End end) {
        List<String> doubts = of(end);
        if (end.holds() == 0) {
            doubts.add(NOTHING_RAN);
        }
        return doubts;
    }
}
