package dev.snag.benchmarks.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.benchmarks.holds.HoldKind;
import dev.snag.benchmarks.holds.Truth;
import dev.snag.benchmarks.snags.SnagsFile;
import dev.snag.benchmarks.snags.SnagsLine;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreTest {
    private static final double THRESHOLD_MS = 100;

    @Test
    void aHoldOverTheThresholdWithOneOccurrenceIsCaughtAndItsErrorIsKnown() {
        Score score = score(hold(7, 102), occurrence("a", 7, "PINNED", 102.25, false));

        assertThat(score.due()).isEqualTo(1);
        assertThat(score.caught()).isEqualTo(1);
        assertThat(score.repeated()).isZero();
        assertThat(score.wrongKind()).isZero();
        assertThat(score.errorsMs()).containsExactly(0.25);
    }

    @Test
    void theTwoLinesOfOneOccurrenceAreOneAndTheLastCounts() {
        Score score = score(
                hold(7, 150), occurrence("a", 7, "PINNED", 100.5, true), occurrence("a", 7, "PINNED", 150.125, false));

        assertThat(score.repeated()).isZero();
        assertThat(score.unfinished()).isZero();
        assertThat(score.errorsMs()).containsExactly(0.125);
    }

    @Test
    void twoOccurrencesOfOneHoldAreSaid() {
        Score score =
                score(hold(7, 650), occurrence("a", 7, "PINNED", 300, false), occurrence("b", 7, "PINNED", 350, false));

        assertThat(score.caught()).isEqualTo(1);
        assertThat(score.repeated()).isEqualTo(1);
    }

    @Test
    void anOccurrenceThatNeverEndedHasNoError() {
        Score score = score(hold(7, 150), occurrence("a", 7, "PINNED", 100.5, true));

        assertThat(score.unfinished()).isEqualTo(1);
        assertThat(score.errorsMs()).isEmpty();
    }

    @Test
    void anotherKindThanTheHoldsIsWrong() {
        assertThat(score(hold(7, 150), occurrence("a", 7, "CPU", 150, false)).wrongKind())
                .isEqualTo(1);
    }

    @Test
    void anOccurrenceOfAnotherThreadCatchesNothing() {
        Score score = score(hold(7, 150), occurrence("a", 8, "PINNED", 150, false));

        assertThat(score.due()).isEqualTo(1);
        assertThat(score.caught()).isZero();
    }

    @Test
    void aHoldThatWasExcusedIsNotCaughtButCounted() {
        Score score = score(
                hold(7, 102), SnagsLine.parse("{\"type\":\"excused\",\"reason\":\"NO_CPU\",\"thread\":{\"id\":7}}"));

        assertThat(score.caught()).isZero();
        assertThat(score.excused()).isEqualTo(1);
    }

    @Test
    void aShortHoldWithAnOccurrenceIsAFalseAlarm() {
        Score score = score(hold(7, 90), occurrence("a", 7, "PINNED", 90, false));

        assertThat(score.due()).isZero();
        assertThat(score.fine()).isEqualTo(1);
        assertThat(score.falseAlarms()).isEqualTo(1);
    }

    @Test
    void aHoldMeantToBeShortThatTheHostStretchedIsDue() {
        Score score = score(new Truth(7, HoldKind.CPU, 0.9, 0, 104_000_000, 104_100_000));

        assertThat(score.due()).isEqualTo(1);
        assertThat(score.fine()).isZero();
    }

    @Test
    void whereTheHostMayHaveStretchedItOverTheThresholdEitherIsRight() {
        Score score = score(hold(7, 90, 104), occurrence("a", 7, "PINNED", 103.5, false));

        assertThat(score.borderline()).isEqualTo(1);
        assertThat(score.falseAlarms()).isZero();
    }

    @Test
    void aDurationThatTheHoldCannotHaveHadIsOutOfBounds() {
        assertThat(score(hold(7, 102, 103), occurrence("a", 7, "PINNED", 102.5, false))
                        .outOfBounds())
                .isZero();
        assertThat(score(hold(7, 102, 103), occurrence("a", 7, "PINNED", 103.5, false))
                        .outOfBounds())
                .isEqualTo(1);
        assertThat(score(hold(7, 102, 103), occurrence("a", 7, "PINNED", 101.5, false))
                        .outOfBounds())
                .isEqualTo(1);
    }

    @Test
    void occurrencesOfThreadsWithoutAHoldAreStrangers() {
        assertThat(Score.strangers(
                        List.of(hold(7, 150)),
                        snags(occurrence("a", 7, "PINNED", 150, false), occurrence("b", 8, "CPU", 120, false))))
                .isEqualTo(1);
    }

    private static Score score(Truth truth, SnagsLine... lines) {
        return Score.of(List.of(truth), snags(lines), THRESHOLD_MS);
    }

    private static Truth hold(long thread, double ms) {
        return hold(thread, ms, ms + 0.5);
    }

    private static Truth hold(long thread, double leastMs, double mostMs) {
        return new Truth(thread, HoldKind.PINNED_CLASS_INIT, 1, 0, (long) (leastMs * 1e6), (long) (mostMs * 1e6));
    }

    private static SnagsFile snags(SnagsLine... lines) {
        return new SnagsFile(Path.of("snags.jsonl"), Arrays.asList(lines));
    }

    private static SnagsLine occurrence(String id, long thread, String kind, double ms, boolean ongoing) {
        return SnagsLine.parse("{\"type\":\"occurrence\",\"id\":\"" + id + "\",\"ongoing\":" + ongoing + ",\"kind\":\""
                + kind + "\",\"durationMs\":" + ms + ",\"thread\":{\"id\":" + thread + "}}");
    }
}
