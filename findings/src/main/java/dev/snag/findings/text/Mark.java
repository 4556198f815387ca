package dev.snag.findings.text;

import dev.snag.findings.Frame;
import dev.snag.findings.Place;
import java.util.ArrayList;
import java.util.List;

/** What a frame of a stack can be marked as. */
public enum Mark {
    OFFENDER("offender"),
    CALLER("caller"),
    CULPRIT("culprit");

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

    /** The marks of the frame at an index. Only the topmost of equal frames is meant: below it a recursion goes on. */
    static List<Mark> at(int index, Place place) {
        var marks = new ArrayList<Mark>();
        for (Mark mark : values()) {
            Frame frame = mark.frame(place);
            if (frame != null && place.stack().indexOf(frame) == index) {
                marks.add(mark);
            }
        }
        return marks;
    }

    /** The marks whose frame is not in the stack: it was cut, or could not be taken. */
    static List<Mark> missing(Place place) {
        return at(-1, place);
    }
}
