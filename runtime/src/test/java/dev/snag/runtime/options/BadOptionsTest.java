package dev.snag.runtime.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadOptionsTest {

    private static final String HINT = " (java -jar snag.jar help options lists all)";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"1", "true", "on", "yes", "TRUE", "On", "yEs", " true "})
    void g4_spellings_of_yes(String yes) {
        assertThat(Given.nothing().argument("enabled=" + yes).read().enabled()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "false", "off", "no", "", "FALSE", "Off", "nO", " "})
    void g4_spellings_of_no(String no) {
        assertThat(Given.nothing().argument("enabled=" + no).read().enabled()).isFalse();
        assertThat(Given.nothing().environment("SNAG_ENABLED", no).read().enabled())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "tru", "ja", "enabled", "-1", "null"})
    void g4_anything_else_is_an_error_that_names_the_setting(String other) {
        Given.nothing()
                .argument("enabled=" + other)
                .isRefusedWith("bad value '" + other + "' for enabled in the agent's argument; write true or false");
    }

    @Test
    void g4_the_error_names_the_place_as_well() throws IOException {
        String remedy = "; write true or false";
        Given.nothing()
                .property("snag.enabled", "maybe")
                .isRefusedWith("bad value 'maybe' for enabled in the system property snag.enabled" + remedy);
        Given.nothing()
                .environment("SNAG_ENABLED", "maybe")
                .isRefusedWith("bad value 'maybe' for enabled in the environment variable SNAG_ENABLED" + remedy);
        Given.nothing()
                .file(folder, "enabled=maybe")
                .isRefusedWith(
                        "bad value 'maybe' for enabled in the file " + folder.resolve("snag.properties") + remedy);
    }

    @ParameterizedTest
    @CsvSource({
        "max-blocking-tme, max-blocking-time",
        "profil, profile",
        "Report, report",
        "max-blocking-time.pinned, max-blocking-time.PINNED",
        "max-blocking-time.GPU, max-blocking-time.CPU",
        "logs, log",
    })
    void an_unknown_key_is_told_with_the_nearest(String key, String nearest) {
        Given.nothing()
                .argument(key + "=1")
                .isRefusedWith("unknown option '" + key + "' in the agent's argument; the nearest is '" + nearest + "'"
                        + HINT);
    }

    @Test
    void an_unknown_key_is_told_with_the_place_where_it_stood() throws IOException {
        Given.nothing()
                .property("snag.reprot", "a")
                .isRefusedWith(
                        "unknown option 'reprot' in the system property snag.reprot; the nearest is 'report'" + HINT);
        Given.nothing()
                .environment("SNAG_MAX_BLOCKING_TIMES", "1s")
                .isRefusedWith("unknown option 'max-blocking-times' in the environment variable"
                        + " SNAG_MAX_BLOCKING_TIMES; the nearest is 'max-blocking-time'" + HINT);
        Given.nothing()
                .file(folder, "exlude=a")
                .isRefusedWith("unknown option 'exlude' in the file " + folder.resolve("snag.properties")
                        + "; the nearest is 'exclude'" + HINT);
    }

    @Test
    void an_argument_without_a_value_is_told_with_the_nearest() {
        Given.nothing()
                .argument("profile=dev,enable")
                .isRefusedWith(
                        "'enable' in the agent's argument is not key=value; the nearest option is" + " 'enabled'");
    }

    @Test
    void a_bad_profile_and_a_bad_log_are_told_with_what_may_be_written() {
        Given.nothing()
                .argument("profile=staging")
                .isRefusedWith("bad value 'staging' for profile in the agent's argument; write dev, test or prod");
        for (String bad : new String[] {"stdout", "file:", "file", "APP"}) {
            Given.nothing()
                    .argument("log=" + bad)
                    .isRefusedWith(
                            "bad value '" + bad + "' for log in the agent's argument; write stderr, file:PATH or app");
        }
    }

    @Test
    void a_config_file_that_is_named_and_not_there_is_an_error() {
        Given.nothing()
                .folder(folder)
                .argument("config=gone.properties")
                .isRefusedWith("cannot read the options in " + folder.resolve("gone.properties")
                        + " (named by config in the agent's argument): FileNotFoundException; mend the file or take"
                        + " config= away");
    }

    @Test
    void a_config_file_that_is_a_folder_is_an_error() {
        Given.nothing()
                .environment("SNAG_CONFIG", folder.toString())
                .isRefusedWith("cannot read the options in " + folder
                        + " (named by config in the environment variable SNAG_CONFIG): FileNotFoundException; mend the"
                        + " file or take config= away");
    }

    @Test
    void a_config_file_with_a_bad_escape_is_an_error() throws IOException {
        Given.nothing()
                .file(folder, "include=\\u00g1")
                .isRefusedWith("cannot read the options in " + folder.resolve("snag.properties")
                        + ": IllegalArgumentException; mend the file or take config= away");
    }

    @Test
    void a_config_file_that_nobody_named_need_not_be_there() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));

        assertThat(Given.nothing().folder(empty).read().config()).isNull();
    }
}
