package dev.snag.findings.report;

import dev.snag.findings.Cause;
import dev.snag.findings.Creation;
import dev.snag.findings.Frame;
import dev.snag.findings.HeldCarrier;
import dev.snag.findings.Occurrence;
import dev.snag.findings.Place;
import dev.snag.findings.Starvation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes occurrences small enough to be kept: equal frames become one object, very deep stacks are cut. */
final class SameFrames {

    static final int DEEPEST = 128;

    private static final int MOST_FRAMES = 50_000;
    private static final int MOST_CARRIERS = 64;

    private final Map<Frame, Frame> frames = new HashMap<>();

    Occurrence shortened(Occurrence o) {
        Place place = o.place();
        return new Occurrence(
                o.id(),
                o.ongoing(),
                o.time(),
                o.severity(),
                o.hold(),
                cause(o.cause()),
                new Place(
                        same(place.offender()),
                        same(place.caller()),
                        same(place.culprit()),
                        same(place.stack()),
                        place.fingerprint(),
                        creation(place.createdBy())),
                o.why(),
                o.advice(),
                o.test(),
                o.policy());
    }

    private Cause cause(Cause cause) {
        Starvation starvation = cause.starvation();
        if (starvation == null) {
            return cause;
        }
        List<HeldCarrier> carriers = starvation.carriers().stream()
                .limit(MOST_CARRIERS)
                .map(held -> new HeldCarrier(
                        held.carrier(), held.thread(), held.kind(), same(held.caller()), same(held.stack())))
                .toList();
        var kept = new Starvation(starvation.queued(), carriers, starvation.lock(), starvation.deadlock());
        return new Cause(
                cause.kind(),
                cause.reason(),
                cause.category(),
                cause.operation(),
                cause.monitor(),
                cause.sensors(),
                cause.sharesMs(),
                kept);
    }

    private Creation creation(Creation creation) {
        return creation == null ? null : new Creation(creation.thread(), same(creation.site()), same(creation.stack()));
    }

    private List<Frame> same(List<Frame> stack) {
        var same = new ArrayList<Frame>();
        for (Frame frame : stack.subList(0, Math.min(DEEPEST, stack.size()))) {
            same.add(same(frame));
        }
        return same;
    }

    private Frame same(Frame frame) {
        if (frame == null) {
            return null;
        }
        Frame known = frames.get(frame);
        if (known == null && frames.size() < MOST_FRAMES) {
            frames.put(frame, frame);
        }
        return known == null ? frame : known;
    }
}
