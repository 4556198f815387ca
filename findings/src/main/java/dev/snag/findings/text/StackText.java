package dev.snag.findings.text;

import dev.snag.findings.Frame;
import dev.snag.findings.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** A stack of which only what matters takes a line. */
final class StackText {

    static final String UNAVAILABLE = "stack unavailable: the thread had let go before it could be taken";

    private StackText() {}

    static List<String> lines(Place place, Extent extent) {
        var lines = new ArrayList<String>();
        if (place.stack().isEmpty()) {
            lines.add("  " + UNAVAILABLE);
        }
        // No switch over the types: linking one at run time would cost the first finding's text tens of milliseconds.
        for (FoldedStack.Row row : FoldedStack.of(place, extent)) {
            if (row instanceof FoldedStack.Shown shown) {
                lines.add(line(shown.frame(), shown.marks()));
            } else if (row instanceof FoldedStack.Folded folded) {
                lines.add("  ... " + folded.count() + " " + folded.whose() + " frames");
            }
        }
        return lines;
    }

    private static String line(Frame frame, List<Mark> marks) {
        if (marks.isEmpty()) {
            return "  " + frame;
        }
        var words = new StringJoiner(", ");
        for (Mark mark : marks) {
            words.add(mark.word());
        }
        String jar = JarText.of(frame);
        return "> " + frame + "  <- " + words + (jar.isEmpty() ? "" : " [" + jar + "]");
    }
}
