package dev.snag.benchmarks.accuracy;

import dev.snag.benchmarks.holds.Truth;
import dev.snag.benchmarks.snags.SnagsFile;
import dev.snag.benchmarks.snags.SnagsLine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Findings held against the truth. What a hold ought to give is decided by its measured length, not by the wanted one.
 *
 * @param due holds of the threshold or more
 * @param caught those of them that gave an occurrence
 * @param excused those of them that gave none and were counted as excused
 * @param fine holds that were certainly under the threshold
 * @param falseAlarms those of them that gave an occurrence
 * @param borderline holds of which the program cannot tell, as the host took its processor away at one of their ends
 * @param repeated holds that gave more than one occurrence
 * @param wrongKind occurrences of another kind than the hold's
 * @param unfinished occurrences whose last line says that they go on, though they have ended
 * @param outOfBounds durations that are less than the hold's least or more than its most
 * @param errorsMs found minus true duration of each that was caught, in ms
 */
record Score(
        int due,
        int caught,
        int excused,
        int fine,
        int falseAlarms,
        int borderline,
        int repeated,
        int wrongKind,
        int unfinished,
        int outOfBounds,
        List<Double> errorsMs) {

    /** Both clocks' readings are rounded. */
    private static final double ROUNDING_MS = 0.002;

    /** Scores the holds of one kind and wanted length. */
    static Score of(Collection<Truth> truths, SnagsFile snags, double thresholdMs) {
        Map<Long, List<SnagsLine>> byThread = new HashMap<>();
        snags.occurrences()
                .forEach(line -> byThread.computeIfAbsent(line.thread(), id -> new ArrayList<>())
                        .add(line));
        Set<Long> excusedThreads = new HashSet<>();
        snags.excused().forEach(line -> excusedThreads.add(line.thread()));
        Tally tally = new Tally();
        for (Truth truth : truths) {
            List<SnagsLine> found = byThread.getOrDefault(truth.thread(), List.of());
            if (truth.durationMs() >= thresholdMs) {
                tally.due(truth, found, excusedThreads.contains(truth.thread()));
            } else if (truth.mostMs() >= thresholdMs) {
                tally.borderline++;
            } else {
                tally.fine(found);
            }
        }
        return tally.score();
    }

    /** Occurrences on threads that made no hold. */
    static long strangers(Collection<Truth> truths, SnagsFile snags) {
        Set<Long> known = new HashSet<>();
        truths.forEach(truth -> known.add(truth.thread()));
        return snags.occurrences().stream()
                .filter(line -> !known.contains(line.thread()))
                .count();
    }

    private static final class Tally {
        private int due;
        private int caught;
        private int excused;
        private int fine;
        private int falseAlarms;
        private int borderline;
        private int repeated;
        private int wrongKind;
        private int unfinished;
        private int outOfBounds;
        private final List<Double> errorsMs = new ArrayList<>();

        void due(Truth truth, List<SnagsLine> found, boolean wasExcused) {
            due++;
            if (found.isEmpty()) {
                excused += wasExcused ? 1 : 0;
                return;
            }
            caught++;
            repeated += found.size() > 1 ? 1 : 0;
            SnagsLine first = found.getFirst();
            wrongKind += first.text("kind").equals(truth.kind().found()) ? 0 : 1;
            if (first.ongoing()) {
                unfinished++;
            } else {
                double durationMs = first.number("durationMs");
                errorsMs.add(durationMs - truth.durationMs());
                boolean between =
                        durationMs >= truth.durationMs() - ROUNDING_MS && durationMs <= truth.mostMs() + ROUNDING_MS;
                outOfBounds += between ? 0 : 1;
            }
        }

        void fine(List<SnagsLine> found) {
            fine++;
            falseAlarms += found.isEmpty() ? 0 : 1;
        }

        Score score() {
            return new Score(
                    due,
                    caught,
                    excused,
                    fine,
                    falseAlarms,
                    borderline,
                    repeated,
                    wrongKind,
                    unfinished,
                    outOfBounds,
                    List.copyOf(errorsMs));
        }
    }
}
