package dev.snag.findings.text;

import dev.snag.findings.Frame;
import dev.snag.findings.Place;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/**
 * A stack of which only what matters takes a line.
 *
 * <p>The top frame and the marked ones are always shown. Runs of frames of the JDK, of reflection and of the agent are
 * folded into one line; so are the program's own beyond the first {@link #MOST_SHOWN}.
 */
final class StackText {

    static final String UNAVAILABLE = "stack unavailable: the thread had let go before it could be taken";

    /** Frames of the program that are shown without being marked. */
    static final int MOST_SHOWN = 40;

    private final Place place;
    private final List<String> lines = new ArrayList<>();
    private final List<Frame> folded = new ArrayList<>();
    private int shown;

    private StackText(Place place) {
        this.place = place;
    }

    static List<String> lines(Place place) {
        var text = new StackText(place);
        text.stack();
        text.framesBeyondTheStack();
        return text.lines;
    }

    private void stack() {
        List<Frame> stack = place.stack();
        if (stack.isEmpty()) {
            lines.add("  " + UNAVAILABLE);
        }
        for (int i = 0; i < stack.size(); i++) {
            List<Mark> marks = Mark.at(i, place);
            if (i == 0 || !marks.isEmpty()) {
                show(stack.get(i), marks);
            } else if (FrameOrigin.of(stack.get(i)) == FrameOrigin.PROGRAM && shown < MOST_SHOWN) {
                shown++;
                show(stack.get(i), marks);
            } else {
                folded.add(stack.get(i));
            }
        }
        endFold();
    }

    private void framesBeyondTheStack() {
        Map<Frame, List<Mark>> marks = new LinkedHashMap<>();
        for (Mark mark : Mark.missing(place)) {
            Frame frame = mark.frame(place);
            if (!marks.containsKey(frame)) {
                marks.put(frame, new ArrayList<>());
            }
            marks.get(frame).add(mark);
        }
        for (Map.Entry<Frame, List<Mark>> entry : marks.entrySet()) {
            show(entry.getKey(), entry.getValue());
        }
    }

    private void show(Frame frame, List<Mark> marks) {
        endFold();
        lines.add(line(frame, marks));
    }

    private void endFold() {
        if (folded.size() == 1) {
            lines.add(line(folded.getFirst(), List.of()));
        } else if (!folded.isEmpty()) {
            lines.add("  ... " + folded.size() + " " + origins() + " frames");
        }
        folded.clear();
    }

    private String origins() {
        Set<FrameOrigin> origins = EnumSet.noneOf(FrameOrigin.class);
        for (Frame frame : folded) {
            origins.add(FrameOrigin.of(frame));
        }
        if (origins.contains(FrameOrigin.PROGRAM)) {
            return "more";
        }
        var words = new StringJoiner(" and ");
        for (FrameOrigin origin : origins) {
            words.add(origin.word());
        }
        return words.toString();
    }

    private static String line(Frame frame, List<Mark> marks) {
        if (marks.isEmpty()) {
            return "  " + frame;
        }
        var words = new StringJoiner(", ");
        for (Mark mark : marks) {
            words.add(mark.word());
        }
        return "> " + frame + "  <- " + words + jar(frame);
    }

    private static String jar(Frame frame) {
        if (frame.jar() == null) {
            return "";
        }
        boolean addsVersion = frame.version() != null && !frame.jar().contains(frame.version());
        return " [" + frame.jar() + (addsVersion ? " " + frame.version() : "") + "]";
    }
}
