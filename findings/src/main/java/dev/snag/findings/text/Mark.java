package dev.snag.findings.text;

import dev.snag.findings.Frame;
import dev.snag.findings.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a frame of a stack can be marked as. */
public enum Mark {
    OFFENDER("offender"),
    CALLER("caller"),
    CULPRIT("culprit");

    /** As {@link List#indexOf} has it. */
    static final int MISSING = -1;

    private final String word;

    Mark(String word) {
        this.word = word;
    }

    /** As a reader is told it. */
    public String word() {
        return word;
    }

    /** Null where the place has none. */
    Frame frame(Place place) {
        return switch (this) {
            case OFFENDER -> place.offender();
            case CALLER -> place.caller();
            case CULPRIT -> place.culprit();
        };
    }

    /**
     * The marks by the index of their frame in the stack. Only the topmost of equal frames is meant: below it a recursion goes
     * on. Those at {@link #MISSING} are of frames that are not in the stack: it was cut, or could not be taken.
     */
    static Map<Integer, List<Mark>> byIndex(Place place) {
        var marks = new HashMap<Integer, List<Mark>>();
        for (Mark mark : values()) {
            Frame frame = mark.frame(place);
            if (frame != null) {
                int index = place.stack().indexOf(frame);
                if (!marks.containsKey(index)) {
                    marks.put(index, new ArrayList<>());
                }
                marks.get(index).add(mark);
            }
        }
        return marks;
    }
}
