package dev.snag.findings.report;

import dev.snag.findings.Frame;
import dev.snag.findings.Place;
import dev.snag.findings.text.Extent;
import dev.snag.findings.text.FoldedStack;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The folded stacks of one snag by held time; the first {@link #MOST_STACKS} different ones each for itself. */
final class StackSums {

    static final int MOST_STACKS = 8;

    private final Map<List<Frame>, StackShare> shares = new LinkedHashMap<>();
    private StackShare rest;

    void add(Place place, double heldMs) {
        List<Frame> frames = shown(place);
        if (!frames.isEmpty() && (shares.containsKey(frames) || shares.size() < MOST_STACKS)) {
            shares.put(frames, more(shares.get(frames), frames, heldMs));
        } else {
            rest = more(rest, List.of(), heldMs);
        }
    }

    private static StackShare more(StackShare share, List<Frame> frames, double heldMs) {
        return share == null
                ? new StackShare(frames, 1, heldMs)
                : new StackShare(share.frames(), share.count() + 1, share.heldMs() + heldMs);
    }

    private static List<Frame> shown(Place place) {
        var frames = new ArrayList<Frame>();
        for (FoldedStack.Row row : FoldedStack.of(place, Extent.LONG)) {
            if (row instanceof FoldedStack.Shown shown) {
                frames.add(shown.frame());
            }
        }
        return frames;
    }

    List<StackShare> shares() {
        var all = new ArrayList<StackShare>(shares.values());
        all.sort(Comparator.comparingDouble(StackShare::heldMs).reversed());
        if (rest != null) {
            all.add(rest);
        }
        return all;
    }
}
