package dev.snag.findings.text;

import dev.snag.findings.Cause;
import dev.snag.findings.Creation;
import dev.snag.findings.Frame;
import dev.snag.findings.Hold;
import dev.snag.findings.Kind;
import dev.snag.findings.Occurrence;
import dev.snag.findings.Place;
import dev.snag.findings.Severity;
import dev.snag.findings.ThreadRef;
import dev.snag.findings.UtcTime;
import java.util.List;
import java.util.StringJoiner;

/** An occurrence as text, in full or in one line. Each line begins with {@code [snag] } and has no line's end. */
public final class FindingText {

    private FindingText() {}

    /** All there is to say: what and who, when, why, what to do, and where, as far as it helps. */
    public static List<String> full(Occurrence occurrence) {
        return full(occurrence, Extent.BRIEF);
    }

    /** As {@link #full(Occurrence)}, with so much of each stack. */
    public static List<String> full(Occurrence occurrence, Extent extent) {
        var page = new Page();
        page.add(headline(occurrence));
        page.addLabelled("  time   ", time(occurrence));
        page.addLabelled("  parts  ", parts(occurrence.cause()));
        page.addLabelled("  test   ", occurrence.test());
        page.addLabelled("  from   ", creation(occurrence.place().createdBy()));
        page.addLabelled("  why    ", occurrence.why());
        page.addLabelled("  fix    ", occurrence.advice());
        if (ofAllCarriers(occurrence)) {
            StarvationText.addCarriers(page, StarvationText.of(occurrence), extent);
        } else {
            addStack(page, occurrence.place(), extent);
        }
        return page.lines();
    }

    static void addStack(Page page, Place place, Extent extent) {
        String label = "  stack";
        for (String line : StackText.lines(place, extent)) {
            page.add(label + "  " + line);
            label = "       ";
        }
    }

    private static boolean ofAllCarriers(Occurrence occurrence) {
        return occurrence.cause().kind() == Kind.STARVATION;
    }

    /** One line for an occurrence of a snag that was told in full before. */
    public static String repeated(Occurrence occurrence, long nth) {
        return line(Ordinal.text(nth) + " time: " + kindAndDuration(occurrence) + at(occurrence.place()) + ", snag "
                + occurrence.place().fingerprint());
    }

    /** One line for the end of an occurrence that was told while it went on. */
    public static String ended(Occurrence occurrence) {
        if (ofAllCarriers(occurrence)) {
            return line("virtual threads are mounted again after " + duration(occurrence) + ": "
                    + KindText.of(occurrence.cause()) + ", snag "
                    + occurrence.place().fingerprint());
        }
        return line(
                "let go after " + duration(occurrence) + ": " + KindText.of(occurrence.cause()) + ", virtual thread "
                        + occurrence.hold().thread() + at(occurrence.place()) + ", snag "
                        + occurrence.place().fingerprint());
    }

    static String kindAndDuration(Occurrence occurrence) {
        return KindText.of(occurrence.cause()) + " " + duration(occurrence);
    }

    private static String headline(Occurrence occurrence) {
        if (ofAllCarriers(occurrence)) {
            return StarvationText.headline(occurrence);
        }
        Hold hold = occurrence.hold();
        if (occurrence.isCall()) {
            return kindAndDuration(occurrence) + ": virtual thread " + hold.thread() + " called "
                    + occurrence.cause().operation() + " on carrier " + carrier(hold.carrier());
        }
        return kindAndDuration(occurrence) + ": virtual thread " + hold.thread()
                + (occurrence.cause().kind() == Kind.CPU ? " computes" : " appears to be blocked")
                + " on carrier " + carrier(hold.carrier());
    }

    private static String time(Occurrence occurrence) {
        if (ofAllCarriers(occurrence)) {
            return StarvationText.time(occurrence, duration(occurrence));
        }
        Hold hold = occurrence.hold();
        var text = new StringBuilder(UtcTime.millis(occurrence.time()));
        if (occurrence.isCall()) {
            text.append(", took ").append(duration(occurrence)).append(", forbidden at any duration by strict");
            text.append(occurrence.severity() == Severity.WARNING ? ", a warning" : "");
            return text.toString();
        }
        text.append(occurrence.ongoing() ? ", has held its carrier for " : ", held its carrier for ");
        text.append(duration(occurrence));
        text.append(occurrence.ongoing() ? " and goes on" : "");
        text.append(", threshold ").append(Span.text(hold.thresholdMs()));
        if (hold.excusedMs() > 0) {
            text.append(", of it ").append(Span.text(hold.excusedMs())).append(" excused");
        }
        if (hold.compensated()) {
            text.append(", compensated");
        }
        if (occurrence.severity() == Severity.WARNING) {
            text.append(", a warning");
        }
        return text.toString();
    }

    private static String creation(Creation creation) {
        return creation == null
                ? null
                : "started by thread " + creation.thread() + (creation.site() == null ? "" : " at " + creation.site());
    }

    private static String duration(Occurrence occurrence) {
        return Span.text(occurrence.hold().durationMs()) + (occurrence.ongoing() ? " so far" : "");
    }

    private static String parts(Cause cause) {
        if (cause.sharesMs().size() < 2) {
            return null;
        }
        var parts = new StringJoiner(", ");
        addPart(parts, cause.kind(), cause);
        for (Kind kind : cause.sharesMs().keySet()) {
            if (kind != cause.kind()) {
                addPart(parts, kind, cause);
            }
        }
        return parts.toString();
    }

    private static void addPart(StringJoiner parts, Kind kind, Cause cause) {
        Double millis = cause.sharesMs().get(kind);
        if (millis != null) {
            parts.add(kind + " " + Span.text(millis));
        }
    }

    static String carrier(ThreadRef carrier) {
        boolean nameless = carrier.name() == null || carrier.name().isEmpty();
        return nameless ? carrier.toString() : carrier.name();
    }

    private static String at(Place place) {
        Frame top = place.stack().isEmpty() ? place.culprit() : place.stack().get(0);
        Frame frame = place.offender() != null ? place.offender() : top;
        String at = frame == null ? "" : " at " + frame;
        boolean calledFromElsewhere = place.caller() != null && !place.caller().equals(frame);
        return calledFromElsewhere ? at + ", called from " + place.caller() : at;
    }

    private static String line(String text) {
        var page = new Page();
        page.add(text);
        return page.lines().get(0);
    }
}
