package dev.snag.findings.text;

import dev.snag.findings.Frame;
import dev.snag.findings.HeldCarrier;
import dev.snag.findings.Hold;
import dev.snag.findings.Occurrence;
import dev.snag.findings.Place;
import dev.snag.findings.Severity;
import dev.snag.findings.Starvation;
import dev.snag.findings.ThreadRef;
import dev.snag.findings.UtcTime;
import java.util.ArrayList;
import java.util.List;

/** What is said of an outage of all carriers in another way than of one hold: who queues, and what holds each carrier. */
final class StarvationText {

    /** Carriers that get lines of their own. */
    static final int MOST_CARRIERS = 64;

    /** Stacks that are shown; of equal ones the first alone. */
    static final int MOST_STACKS = 8;

    private static final Starvation UNKNOWN = new Starvation(0, List.of(), null, false);

    private final Page page;
    private final Extent extent;
    private final List<HeldCarrier> shown = new ArrayList<>();

    private StarvationText(Page page, Extent extent) {
        this.page = page;
        this.extent = extent;
    }

    static Starvation of(Occurrence occurrence) {
        Starvation starvation = occurrence.cause().starvation();
        return starvation == null ? UNKNOWN : starvation;
    }

    static String headline(Occurrence occurrence) {
        Starvation starvation = of(occurrence);
        return FindingText.kindAndDuration(occurrence) + ": " + count(starvation.queued(), "virtual thread")
                + (starvation.queued() == 1 ? " waits" : " wait") + " for a carrier, and "
                + all(starvation.carriers().size()) + " held";
    }

    /** {@code all 2 carriers are}, {@code the only carrier is}. */
    static String all(int carriers) {
        return switch (carriers) {
            case 0 -> "all are";
            case 1 -> "the only carrier is";
            default -> "all " + carriers + " carriers are";
        };
    }

    private static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    static String time(Occurrence occurrence, String duration) {
        Hold hold = occurrence.hold();
        return UtcTime.millis(occurrence.time()) + ", no virtual thread was mounted for " + duration
                + (occurrence.ongoing() ? " and it goes on" : "") + ", threshold " + Span.text(hold.thresholdMs())
                + (occurrence.severity() == Severity.WARNING ? ", a warning" : "");
    }

    /** For each carrier a line, and its stack where that is another one than those before. */
    static void addCarriers(Page page, Starvation starvation, Extent extent) {
        var text = new StarvationText(page, extent);
        List<HeldCarrier> carriers = starvation.carriers();
        for (int i = 0; i < carriers.size() && i < MOST_CARRIERS; i++) {
            page.add("  held   " + held(carriers.get(i)));
            text.addStack(carriers.get(i));
        }
        if (carriers.size() > MOST_CARRIERS) {
            page.add("         and " + (carriers.size() - MOST_CARRIERS) + " more carriers");
        }
    }

    private static String held(HeldCarrier held) {
        String by = held.thread() == null
                ? ", on which no virtual thread is mounted"
                : " by virtual thread " + held.thread();
        return name(held.carrier()) + by + (held.kind() == null ? "" : ": " + held.kind());
    }

    private static String name(ThreadRef carrier) {
        return carrier == null ? "a carrier" : FindingText.carrier(carrier);
    }

    private void addStack(HeldCarrier held) {
        for (HeldCarrier before : shown) {
            if (before.stack().equals(held.stack())) {
                page.add("  stack    as on " + name(before.carrier()));
                return;
            }
        }
        if (shown.size() == MOST_STACKS) {
            return;
        }
        shown.add(held);
        var place = new Place(firstOfTheProgram(held.stack()), held.caller(), null, held.stack(), "");
        FindingText.addStack(page, place, extent);
    }

    private static Frame firstOfTheProgram(List<Frame> stack) {
        for (Frame frame : stack) {
            if (FrameOrigin.of(frame) == FrameOrigin.PROGRAM) {
                return frame;
            }
        }
        return null;
    }
}
