package dev.snag.benchmarks.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class VariantTest {
    private static final Path JAR = Path.of("/x/snag.jar");
    private static final Path FOLDER = Path.of("/runs/a,b");

    @Test
    void noAgentHasNoArguments() {
        assertThat(new Variant.None().jvmArgs(FOLDER)).isEmpty();
    }

    @Test
    void snagWithItsDefaultsHasNoOptions() {
        assertThat(new Variant.Snag(JAR).jvmArgs(FOLDER)).isEqualTo(List.of("-javaagent:/x/snag.jar"));
    }

    @Test
    void aCommaInTheReportFolderIsEscaped() {
        assertThat(new Variant.Snag("s", JAR, "profile=dev", true).jvmArgs(FOLDER))
                .isEqualTo(List.of("-javaagent:/x/snag.jar=profile=dev,report=/runs/a\\,b/report"));
    }

    @Test
    void everySecondRoundGoesBackwards() {
        assertThat(Turns.of(List.of("a", "b", "c"), 0)).containsExactly("a", "b", "c");
        assertThat(Turns.of(List.of("a", "b", "c"), 1)).containsExactly("c", "b", "a");
    }
}
