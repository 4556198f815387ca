package dev.snag.findings.report;

import dev.snag.findings.Cause;
import dev.snag.findings.Frame;
import dev.snag.findings.Kind;
import dev.snag.findings.Place;
import dev.snag.findings.text.JarText;
import dev.snag.findings.text.KindText;
import dev.snag.findings.text.Span;

/** A snag in words, as it stands in the formats of build servers. */
public final class SnagText {

    private SnagText() {}

    /** {@code PINNED(MONITOR)}: what rules of these formats are named by. */
    public static String rule(Cause cause) {
        return KindText.of(cause).replace(" ", "");
    }

    /** {@code com.acme.Cache.load}; {@code all carriers} where it is of no one's code. */
    public static String name(SnagReport snag) {
        Frame frame = frame(snag);
        return frame == null ? "all carriers" : frame.className() + "." + frame.method();
    }

    /** Class and method without the package. */
    public static String shortName(SnagReport snag) {
        String name = name(snag);
        int method = name.lastIndexOf('.');
        return name.substring(name.lastIndexOf('.', method - 1) + 1);
    }

    private static Frame frame(SnagReport snag) {
        Place place = snag.example().place();
        return place.offender() != null ? place.offender() : place.culprit();
    }

    /** {@code com.acme.Cache.load:88 [orders-1.2.jar]}. */
    public static String where(SnagReport snag) {
        Frame frame = frame(snag);
        if (frame == null) {
            return "all carriers";
        }
        String jar = JarText.of(frame);
        return frame + (jar.isEmpty() ? "" : " [" + jar + "]");
    }

    /** {@code PINNED(MONITOR) at OrderCache.load held a carrier 12 times, 1204 ms at the longest}. */
    public static String headline(SnagReport snag) {
        boolean outage = snag.kind() == Kind.STARVATION;
        return rule(snag.example().cause())
                + (outage ? ": all carriers stood still " : " at " + shortName(snag) + " held a carrier ")
                + (snag.count() == 1
                        ? "once, for " + Span.text(snag.longestMs())
                        : Plural.of(snag.count(), "time") + ", for " + Span.text(snag.longestMs()) + " at the longest");
    }

    /** Headline, why and what to do; each a sentence. */
    public static String message(SnagReport snag) {
        var text = new StringBuilder(headline(snag)).append('.');
        if (snag.example().why() != null) {
            text.append(' ').append(snag.example().why());
        }
        if (snag.example().advice() != null) {
            text.append(' ').append(snag.example().advice());
        }
        return text.toString();
    }
}
