package dev.snag.runtime.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyOptionsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"''", "profile=test", "profile=prod"})
    void no_policy_is_on_unless_it_is_asked_for(String argument) {
        assertThat(read(argument).policy()).isNull();
        assertThat(read(argument).shown()).containsEntry("fail-on", "none");
    }

    @ParameterizedTest
    @CsvSource({
        "profile=ci, new",
        "'profile=ci,fail-on=any', any",
        "fail-on=mine:CPU, mine:CPU",
        "'profile=test,fail-on=new', new",
        "'profile=ci,fail-on=none', none"
    })
    void fail_on_is_new_in_ci_and_else_what_is_written(String argument, String failOn) {
        assertThat(read(argument).policy().failOn().text()).isEqualTo(failOn);
        assertThat(read(argument).shown()).containsEntry("fail-on", failOn);
    }

    @Test
    void ci_is_as_test_and_alone_decides_on_the_exit_status() {
        assertThat(Profile.CI.threshold()).isEqualTo(Profile.TEST.threshold());
        assertThat(read("profile=ci").report()).isEqualTo(read("profile=test").report());
        for (Profile profile : Profile.values()) {
            assertThat(profile.gates()).isEqualTo(profile == Profile.CI);
        }
    }

    @Test
    void files_are_found_in_the_working_folder() throws IOException {
        Files.writeString(folder.resolve("allow.txt"), "CPU a.B because it is measured\n");
        Files.writeString(folder.resolve("known.txt"), "# snag baseline 1\n00000000000000aa CPU\n");
        PolicyOptions policy = read("allow=allow.txt,baseline=known.txt").policy();
        assertThat(policy.allow().rules()).hasSize(1);
        assertThat(policy.baseline().knows("00000000000000aa")).isTrue();
        assertThat(policy.failOn().off()).isTrue();
    }

    @Test
    void none_is_no_file() {
        PolicyOptions policy = read("allow=none,baseline=none,fail-on=new").policy();
        assertThat(policy.allow().rules()).isEmpty();
        assertThat(policy.baseline().lines()).isEmpty();
    }

    @Test
    void a_file_that_is_not_there_or_not_right_is_an_error_of_one_line() throws IOException {
        assertThatThrownBy(() -> read("allow=nowhere.txt"))
                .isInstanceOf(OptionError.class)
                .hasMessage("cannot read the file of allow, " + folder.resolve("nowhere.txt")
                        + " (named in the agent's argument): it is not there; name another file or take allow= away");
        Files.writeString(folder.resolve("allow.txt"), "# why\nCPU a.B\n");
        assertThatThrownBy(() -> read("allow=allow.txt"))
                .isInstanceOf(OptionError.class)
                .hasMessageStartingWith(folder.resolve("allow.txt") + ", line 2: no reason is given; ");
        assertThatThrownBy(() -> read("baseline=allow.txt"))
                .isInstanceOf(OptionError.class)
                .hasMessageContaining(", line 1: this is not a baseline of Snag");
    }

    @Test
    void a_bad_fail_on_names_the_place_where_it_stood() {
        assertThatThrownBy(() -> Options.read("", Map.of(), Map.of("SNAG_FAIL_ON", "nwe"), new File("")))
                .isInstanceOf(OptionError.class)
                .hasMessageStartingWith(
                        "bad value 'nwe' for fail-on in the environment variable SNAG_FAIL_ON; 'nwe' is no"
                                + " word of fail-on; write none, or");
    }

    private Options read(String argument) {
        return Options.read(argument, Map.of(), Map.of(), folder.toFile());
    }
}
