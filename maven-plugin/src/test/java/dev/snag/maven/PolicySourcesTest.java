package dev.snag.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicySourcesTest {

    @TempDir
    private Path build;

    private PolicySources unnamed() {
        return new PolicySources(build.toFile(), null, null);
    }

    @Test
    void without_files_there_is_no_policy() {
        assertThat(unnamed().allow()).isNull();
        assertThat(unnamed().baseline()).isNull();
        assertThat(unnamed().lacksBaseline()).isFalse();
    }

    @Test
    void the_usual_files_are_taken_where_they_are_there() throws IOException {
        Files.writeString(build.resolve("snag-allow.txt"), "");
        Files.writeString(build.resolve("snag-baseline.txt"), "");

        assertThat(unnamed().allow()).isEqualTo(build.resolve("snag-allow.txt").toFile());
        assertThat(unnamed().baseline())
                .isEqualTo(build.resolve("snag-baseline.txt").toFile());
    }

    @Test
    void a_baseline_that_is_not_written_yet_knows_nothing_but_that_is_said() {
        var named = new PolicySources(build.toFile(), null, new File(build.toFile(), "known.txt"));

        assertThat(named.baseline()).isNull();
        assertThat(named.lacksBaseline()).isTrue();
        assertThat(named.baselineToWrite()).hasName("known.txt");
    }

    @Test
    void rules_that_were_named_are_meant_also_where_they_are_not_there() {
        var named = new PolicySources(build.toFile(), new File(build.toFile(), "rules.txt"), null);

        assertThat(named.allow()).hasName("rules.txt");
    }
}
