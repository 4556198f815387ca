package dev.snag.findings.text;

import dev.snag.findings.Frame;
import dev.snag.findings.Place;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * The frames of libraries that tell little. A request in a web framework has some sixty of them around a handful of the
 * user's: what is worth a line is where a library is entered, and what in it leads to the offender.
 */
final class LibraryFrames {

    /** Of a run of them: next to the marked or own frame that they lead to. */
    static final int SHOWN_ABOVE = 5;

    /** And next to the one that they were called from. */
    static final int SHOWN_BELOW = 3;

    /** Of those that called the outermost of the user's frames. */
    static final int SHOWN_OUTSIDE = 2;

    /** Where none of the user's frames is known: next to the offender. */
    static final int SHOWN_ALONE = 15;

    /** Fewer are not worth a fold. */
    static final int FEWEST_LEFT_OUT = 3;

    private final Place place;
    private final Set<Integer> marked;
    private final BitSet leftOut = new BitSet();
    private final List<Integer> run = new ArrayList<>();

    private LibraryFrames(Place place, Set<Integer> marked) {
        this.place = place;
        this.marked = marked;
    }

    /** Indices into the place's stack, as are those that are marked. */
    static BitSet leftOut(Place place, Set<Integer> marked) {
        var frames = new LibraryFrames(place, marked);
        frames.find();
        return frames.leftOut;
    }

    private void find() {
        List<Frame> stack = place.stack();
        for (int i = 0; i < stack.size(); i++) {
            if (marked.contains(i) || isOwn(stack.get(i))) {
                endRun(SHOWN_ABOVE, SHOWN_BELOW);
            } else if (FrameOrigin.of(stack.get(i)) == FrameOrigin.PROGRAM) {
                run.add(i);
            }
        }
        endRun(place.caller() == null ? SHOWN_ALONE : SHOWN_OUTSIDE, 0);
    }

    private void endRun(int first, int last) {
        int end = run.size() - last;
        if (end - first >= FEWEST_LEFT_OUT) {
            for (int index : run.subList(first, end)) {
                leftOut.set(index);
            }
        }
        run.clear();
    }

    /** Out of the caller's jar, or of another of the same house: {@code com.acme}. */
    private boolean isOwn(Frame frame) {
        Frame caller = place.caller();
        if (caller == null) {
            return false;
        }
        boolean sameJar = caller.jar() != null && caller.jar().equals(frame.jar());
        return sameJar || house(caller.className()).equals(house(frame.className()));
    }

    private static String house(String className) {
        int first = className.indexOf('.');
        int second = first < 0 ? -1 : className.indexOf('.', first + 1);
        return className.substring(0, second < 0 ? Math.max(first, 0) : second);
    }
}
