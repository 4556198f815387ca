package dev.snag.findings.policy;

import dev.snag.findings.Frame;
import dev.snag.findings.Occurrence;
import dev.snag.findings.StableName;
import java.util.Comparator;

/**
 * One known snag. Neither line numbers nor counts are in it, so it changes only where the snag does.
 *
 * @param fingerprint 16 hexadecimal digits
 * @param what kind, offender and caller, for people
 */
public record BaselineLine(String fingerprint, String what) implements Comparable<BaselineLine> {

    private static final String FINGERPRINT = "[0-9a-f]{16}";
    private static final Comparator<BaselineLine> ORDER =
            Comparator.comparing(BaselineLine::what).thenComparing(BaselineLine::fingerprint);

    /** That of a finding. */
    public static BaselineLine of(Occurrence occurrence) {
        return new BaselineLine(
                occurrence.place().fingerprint(),
                KindPattern.of(occurrence.cause())
                        + " offender=" + name(occurrence.place().offender())
                        + " caller=" + name(occurrence.place().caller()));
    }

    private static String name(Frame frame) {
        return frame == null ? "-" : StableName.of(frame).replaceAll("\\s", "_");
    }

    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException where it does not begin with a fingerprint
     */
    static BaselineLine parse(String line) {
        String[] words = line.strip().split("\\s+", 2);
        if (!words[0].matches(FINGERPRINT)) {
            throw new IllegalArgumentException(
                    "it does not begin with the 16 hexadecimal digits of a snag; take the line"
                            + " out, or write the file anew with 'snag.jar baseline --write'");
        }
        return new BaselineLine(words[0], words.length < 2 ? "" : words[1]);
    }

    @Override
    public int compareTo(BaselineLine other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return what.isEmpty() ? fingerprint : fingerprint + " " + what;
    }
}
