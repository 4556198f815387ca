package dev.snag.junit;

import dev.snag.findings.Frame;
import dev.snag.findings.Occurrence;
import dev.snag.findings.Place;
import dev.snag.findings.text.FindingText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The message of a failure is the finding; its stack trace that of the thread, from the offender on. */
final class FailureText {

    private static final int MOST_IN_FULL = 5;
    private static final int UNKNOWN = -1;

    private FailureText() {}

    /**
     * A failure for these findings.
     *
     * @param beyond how many more there were than are kept
     * @param remarks what else the reader should know
     */
    static BlockingFound of(List<Occurrence> failing, long beyond, List<String> remarks) {
        var text = new StringBuilder(lines(failing));
        if (beyond > 0) {
            text.append("\nand ").append(beyond).append(" more findings of this test, which are in the report alone");
        }
        for (String remark : remarks) {
            text.append("\n").append(remark);
        }
        return new BlockingFound(
                text.toString().strip(), failing.isEmpty() ? new StackTraceElement[0] : stack(failing.getFirst()));
    }

    /** The first few snags in full, each with the number of its occurrences. */
    static String lines(List<Occurrence> findings) {
        Map<String, List<Occurrence>> snags = new LinkedHashMap<>();
        for (Occurrence finding : findings) {
            snags.computeIfAbsent(finding.place().fingerprint(), fingerprint -> new ArrayList<>())
                    .add(finding);
        }
        var lines = new ArrayList<String>();
        int told = 0;
        for (List<Occurrence> snag : snags.values()) {
            if (told < MOST_IN_FULL) {
                lines.addAll(FindingText.full(snag.getFirst()));
                if (snag.size() > 1) {
                    lines.add("and " + (snag.size() - 1) + " more of the same code");
                }
            } else {
                lines.add(FindingText.repeated(snag.getFirst(), snag.size()));
            }
            told++;
        }
        return String.join("\n", lines);
    }

    private static StackTraceElement[] stack(Occurrence finding) {
        Place place = finding.place();
        int from = place.offender() == null ? 0 : Math.max(0, place.stack().indexOf(place.offender()));
        return place.stack().subList(from, place.stack().size()).stream()
                .map(FailureText::element)
                .toArray(StackTraceElement[]::new);
    }

    private static StackTraceElement element(Frame frame) {
        int line = frame.line() == 0 ? UNKNOWN : frame.line();
        return new StackTraceElement(frame.className(), frame.method(), sourceOf(frame), line);
    }

    /** A guess that is right for Java; without a file name no tool would show the line, nor lead to it. */
    private static String sourceOf(Frame frame) {
        String simple = frame.className().substring(frame.className().lastIndexOf('.') + 1);
        int nested = simple.indexOf('$');
        return (nested <= 0 ? simple : simple.substring(0, nested)) + ".java";
    }
}
