package dev.snag.benchmarks.holds;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HoldsProgramTest {
    private static final double THRESHOLD_MS = 2;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(HoldKind.class)
    void eachKindHoldsAtLeastAsLongAsWantedAndWritesItDown(HoldKind kind) throws InterruptedException {
        Path file = folder.resolve("truths.tsv");

        HoldsProgram.main(
                new String[] {file.toString(), kind.name(), Double.toString(THRESHOLD_MS), "3", "1", "0.5", "1.5"});

        List<Truth> truths = Truth.read(file);
        assertThat(truths).hasSize(6).allSatisfy(truth -> {
            assertThat(truth.kind()).isEqualTo(kind);
            assertThat(truth.durationMs()).isGreaterThanOrEqualTo(truth.wanted() * THRESHOLD_MS);
        });
        assertThat(truths).extracting(Truth::thread).doesNotHaveDuplicates();
    }
}
