package dev.snag.findings.text;

import dev.snag.findings.Frame;
import dev.snag.findings.Place;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/**
 * What of a stack matters.
 *
 * <p>The top frame and the marked ones are always shown. Runs of frames of the JDK, of reflection and of the agent are
 * folded into one row; so are the program's beyond the first {@link #MOST_SHOWN}, and, where it is to be brief, what
 * {@link LibraryFrames} leaves out.
 */
public final class FoldedStack {

    /** Frames of the program that are shown without being marked. */
    public static final int MOST_SHOWN = 40;

    /** One row, from the top frame on; marked frames that are not in the stack come last. */
    public sealed interface Row {}

    /** A frame that is shown, with what it is marked as. */
    public record Shown(Frame frame, List<Mark> marks) implements Row {
        public Shown {
            marks = List.copyOf(marks);
        }
    }

    /**
     * Frames that are not shown.
     *
     * @param whose as in "3 JDK frames"
     */
    public record Folded(int count, String whose) implements Row {}

    private final Place place;
    private final Map<Integer, List<Mark>> marks;
    private final BitSet leftOut;
    private final List<Row> rows = new ArrayList<>();
    private final List<Frame> folded = new ArrayList<>();
    private int shown;

    private FoldedStack(Place place, Map<Integer, List<Mark>> marks, BitSet leftOut) {
        this.place = place;
        this.marks = marks;
        this.leftOut = leftOut;
    }

    /** The rows; empty where there is neither a stack nor a marked frame. */
    public static List<Row> of(Place place, Extent extent) {
        Map<Integer, List<Mark>> marks = Mark.byIndex(place);
        BitSet leftOut = extent == Extent.BRIEF ? LibraryFrames.leftOut(place, marks.keySet()) : new BitSet();
        return new FoldedStack(place, marks, leftOut).fold();
    }

    private List<Row> fold() {
        stack();
        framesBeyondTheStack();
        return rows;
    }

    private void stack() {
        List<Frame> stack = place.stack();
        for (int i = 0; i < stack.size(); i++) {
            if (i == 0 || marks.containsKey(i)) {
                show(stack.get(i), marks.getOrDefault(i, List.of()));
            } else if (FrameOrigin.of(stack.get(i)) == FrameOrigin.PROGRAM && !leftOut.get(i) && shown < MOST_SHOWN) {
                shown++;
                show(stack.get(i), List.of());
            } else {
                folded.add(stack.get(i));
            }
        }
        endFold();
    }

    private void framesBeyondTheStack() {
        Map<Frame, List<Mark>> byFrame = new LinkedHashMap<>();
        for (Mark mark : marks.getOrDefault(Mark.MISSING, List.of())) {
            Frame frame = mark.frame(place);
            if (!byFrame.containsKey(frame)) {
                byFrame.put(frame, new ArrayList<>());
            }
            byFrame.get(frame).add(mark);
        }
        for (Map.Entry<Frame, List<Mark>> entry : byFrame.entrySet()) {
            show(entry.getKey(), entry.getValue());
        }
    }

    private void show(Frame frame, List<Mark> marks) {
        endFold();
        rows.add(new Shown(frame, marks));
    }

    private void endFold() {
        if (folded.size() == 1) {
            rows.add(new Shown(folded.get(0), List.of()));
        } else if (!folded.isEmpty()) {
            rows.add(new Folded(folded.size(), origins()));
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
}
