package dev.snag.findings.report;

import dev.snag.findings.Occurrence;
import dev.snag.findings.ThreadRef;
import dev.snag.findings.check.WatchedJvm;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/** Keeps the longest stretches, and the lanes that were held the most. */
final class TimelineSums {

    static final int MOST_STRETCHES = 20_000;
    static final int MOST_LANES = 200;

    private static final int MOST_LANES_MEANWHILE = 5_000;

    /** A carrier; its name is left out, as it may be changed. */
    private record Key(WatchedJvm jvm, long carrier) {}

    private final int mostStretches;
    private final Map<Key, Lane> lanes = new LinkedHashMap<>();
    private final Map<String, String> texts = new HashMap<>();
    private final PriorityQueue<Stretch> longest = new PriorityQueue<>(Comparator.comparingDouble(Stretch::ms));
    private long lanesWithoutRoom;
    private long leftOut;
    private double leftOutMs;
    private double longestLeftOutMs;

    TimelineSums() {
        this(MOST_STRETCHES);
    }

    TimelineSums(int mostStretches) {
        this.mostStretches = mostStretches;
    }

    /**
     * Takes one in.
     *
     * @param fingerprint the snag that the report lists it in
     */
    void add(WatchedJvm jvm, Occurrence occurrence, String fingerprint) {
        var stretch = new Stretch(
                jvm,
                occurrence.hold().carrier(),
                occurrence.hold().thread(),
                occurrence.time(),
                occurrence.hold().durationMs(),
                occurrence.cause().kind(),
                fingerprint,
                occurrence.ongoing(),
                occurrence.hold().compensated(),
                same(occurrence.test()));
        if (!stretch.ofAllCarriers() && !lane(stretch)) {
            leaveOut(stretch);
            return;
        }
        longest.add(stretch);
        if (longest.size() > mostStretches) {
            leaveOut(longest.remove());
        }
    }

    /** One object for all stretches of a test. */
    private String same(String test) {
        if (test == null || texts.size() >= MOST_LANES_MEANWHILE) {
            return texts.getOrDefault(test, test);
        }
        return texts.computeIfAbsent(test, same -> same);
    }

    private boolean lane(Stretch stretch) {
        Key key = key(stretch.jvm(), stretch.carrier());
        Lane lane = lanes.get(key);
        if (lane == null && lanes.size() >= MOST_LANES_MEANWHILE) {
            lanesWithoutRoom++;
            return false;
        }
        lanes.put(
                key,
                lane == null
                        ? new Lane(stretch.jvm(), stretch.carrier(), stretch.ms(), 1)
                        : new Lane(lane.jvm(), lane.carrier(), lane.heldMs() + stretch.ms(), lane.count() + 1));
        return true;
    }

    private static Key key(WatchedJvm jvm, ThreadRef carrier) {
        return new Key(jvm, carrier == null ? -1 : carrier.id());
    }

    private void leaveOut(Stretch stretch) {
        leftOut++;
        leftOutMs += stretch.ms();
        longestLeftOutMs = Math.max(longestLeftOutMs, stretch.ms());
    }

    /** The time line with its JVMs in a given order. */
    Timeline timeline(List<WatchedJvm> order) {
        List<Lane> drawn = lanes.values().stream()
                .sorted(Comparator.comparingDouble(Lane::heldMs).reversed())
                .limit(MOST_LANES)
                .sorted(Comparator.<Lane>comparingInt(lane -> order.indexOf(lane.jvm()))
                        .thenComparing(lane -> NaturalOrder.key(lane.name()))
                        .thenComparingLong(lane ->
                                lane.carrier() == null ? -1 : lane.carrier().id()))
                .toList();
        Set<Key> keys = new HashSet<>();
        drawn.forEach(lane -> keys.add(key(lane.jvm(), lane.carrier())));
        var stretches = new ArrayList<Stretch>();
        for (Stretch stretch : longest) {
            if (stretch.ofAllCarriers() || keys.contains(key(stretch.jvm(), stretch.carrier()))) {
                stretches.add(stretch);
            } else {
                leaveOut(stretch);
            }
        }
        stretches.sort(Comparator.comparing(Stretch::begin));
        return new Timeline(
                drawn, lanes.size() - drawn.size() + lanesWithoutRoom, stretches, leftOut, leftOutMs, longestLeftOutMs);
    }
}
