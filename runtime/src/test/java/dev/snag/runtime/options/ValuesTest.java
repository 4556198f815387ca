package dev.snag.runtime.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    @TempDir
    private Path folder;

    private Options of(String argument) {
        return Given.nothing().folder(folder).argument(argument).read();
    }

    private File in(String path) {
        return new File(folder.toFile(), path);
    }

    @Test
    void a_comma_within_a_value_is_written_with_a_backslash() {
        Options options = of("report=a\\,b\\,c,exclude=com.acme");

        assertThat(options.report()).isEqualTo(in("a,b,c"));
        assertThat(options.exclude()).containsExactly("com.acme");
    }

    @Test
    void other_backslashes_stand_for_themselves() {
        assertThat(of("report=C:\\snag\\").report().getName()).isEqualTo("C:\\snag\\");
    }

    @Test
    void empty_pairs_and_spaces_around_are_passed_over_and_a_value_may_have_an_equals_sign() {
        Options options = of(", include = com.acme ,,report=a=b,");

        assertThat(options.include()).containsExactly("com.acme");
        assertThat(options.report()).isEqualTo(in("a=b"));
    }

    @Test
    void lists_are_separated_by_colons() {
        Options options = of("include=com.acme:org.example,exclude=com.acme.batch");

        assertThat(options.include()).containsExactly("com.acme", "org.example");
        assertThat(options.exclude()).containsExactly("com.acme.batch");
    }

    @Test
    void the_defaults_of_lists_can_be_written() {
        assertThat(of("include=all").include()).isEmpty();
        assertThat(of("exclude=none").exclude()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ":", " : "})
    void an_empty_list_names_no_package_instead_of_all(String empty) {
        assertThat(of("include=" + empty).include()).isEmpty();
        assertThat(Given.nothing().environment("SNAG_EXCLUDE", empty).read().exclude())
                .isEmpty();
    }

    @Test
    void empty_and_spaced_parts_of_a_list_are_passed_over() {
        assertThat(of("exclude=com.acme: :org.example :").exclude()).containsExactly("com.acme", "org.example");
    }

    @ParameterizedTest
    @CsvSource({"off, 0", "none-said, 0", "false, 0", "1, 1", "50, 50", "65536, 65536"})
    void connections_are_counted_where_there_is_a_limit_of_them(String text, int limit) {
        assertThat(of(text.equals("none-said") ? "" : "max-connections=" + text).maxConnections())
                .isEqualTo(limit);
    }

    @ParameterizedTest
    @CsvSource({"many, a number such as 50", "-1, a number from 1 to 65536", "65537, a number from 1 to 65536"})
    void another_limit_of_connections_is_refused(String text, String remedy) {
        Given.nothing()
                .argument("max-connections=" + text)
                .isRefusedWith(
                        "bad value '" + text + "' for max-connections in the agent's argument; write off or " + remedy);
    }

    @ParameterizedTest
    @CsvSource({"dev, DEV", "Test, TEST", "PROD, PROD"})
    void profiles_are_named_in_any_case(String text, Profile profile) {
        assertThat(of("profile=" + text).profile()).isEqualTo(profile);
    }

    @Test
    void only_the_profile_test_has_a_report_folder_of_its_own() {
        assertThat(of("profile=test").report()).isEqualTo(in("snag-report"));
        assertThat(of("profile=dev").report()).isNull();
        assertThat(of("profile=prod").report()).isNull();
    }

    @Test
    void it_is_in_the_build_folder_that_is_there() throws IOException {
        Files.createDirectory(folder.resolve("build"));
        assertThat(of("profile=test").report()).isEqualTo(in("build/snag"));

        Files.createDirectory(folder.resolve("target"));
        assertThat(of("profile=test").report()).isEqualTo(in("target/snag"));
    }

    @Test
    void a_file_named_target_is_no_build_folder() throws IOException {
        Files.createFile(folder.resolve("target"));

        assertThat(of("profile=test").report()).isEqualTo(in("snag-report"));
    }

    @Test
    void a_report_folder_that_is_set_wins_over_the_profile() {
        assertThat(of("profile=test,report=out").report()).isEqualTo(in("out"));
        assertThat(of("profile=dev,report=" + folder.resolve("x")).report()).isEqualTo(in("x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", ""})
    void none_and_nothing_switch_the_report_off(String none) {
        assertThat(of("profile=test,report=" + none).report()).isNull();
    }

    @Test
    void text_goes_to_one_of_three_places() {
        assertThat(of("log=stderr").log()).isEqualTo(new Options.LogTarget.Stderr());
        assertThat(of("log=app").log()).isEqualTo(new Options.LogTarget.App());
        assertThat(of("log=file:out/snag.log").log()).isEqualTo(new Options.LogTarget.ToFile(in("out/snag.log")));
    }

    @Test
    void with_the_jvms_own_working_folder_paths_stay_as_they_are_written() {
        Options options = Options.read("report=out", Map.of(), Map.of(), new File(""));

        assertThat(options.report()).isEqualTo(new File("out"));
    }
}
