package dev.snag.runtime.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PrecedenceTest {

    @TempDir
    private Path folder;

    private Given all() throws IOException {
        return fileOnly()
                .environment("SNAG_INCLUDE", "of.environment")
                .property("snag.include", "of.property")
                .argument("include=of.argument");
    }

    private Given fileOnly() throws IOException {
        return Given.nothing().file(folder, "include=of.file\n");
    }

    @Test
    void g3_the_argument_wins_over_all() throws IOException {
        assertThat(all().read().include()).containsExactly("of.argument");
    }

    @Test
    void g3_a_system_property_wins_over_the_environment_and_the_file() throws IOException {
        assertThat(all().argument(null).read().include()).containsExactly("of.property");
    }

    @Test
    void g3_the_environment_wins_over_the_file() throws IOException {
        assertThat(fileOnly()
                        .environment("SNAG_INCLUDE", "of.environment")
                        .read()
                        .include())
                .containsExactly("of.environment");
    }

    @Test
    void g3_the_file_counts_where_nothing_else_is_said() throws IOException {
        Options options = fileOnly().property("snag.exclude", "of.property").read();

        assertThat(options.include()).containsExactly("of.file");
        assertThat(options.exclude()).containsExactly("of.property");
        assertThat(options.config()).isEqualTo(new File(folder.toFile(), "snag.properties"));
    }

    @Test
    void g3_where_no_place_says_anything_defaults_hold() {
        Options options = Given.nothing().read();

        assertThat(options.enabled()).isTrue();
        assertThat(options.profile()).isEqualTo(Profile.DEV);
        assertThat(options.report()).isNull();
        assertThat(options.include()).isEmpty();
        assertThat(options.exclude()).isEmpty();
        assertThat(options.log()).isEqualTo(new Options.LogTarget.Stderr());
        assertThat(options.config()).isNull();
    }

    @ParameterizedTest
    @EnumSource(Option.class)
    void g3_each_option_is_known_in_each_place(Option option) {
        var settings = new Settings();
        settings.offerArgument(option.key() + "=a");
        assertThat(settings.get(option.key())).isEqualTo(new Settings.Value("a", "the agent's argument"));

        settings = new Settings();
        settings.offerProperties(Map.of(option.property(), "b"));
        assertThat(settings.get(option.key()))
                .isEqualTo(new Settings.Value("b", "the system property " + option.property()));

        settings = new Settings();
        settings.offerEnvironment(Map.of(option.environment(), "c"));
        assertThat(settings.get(option.key()))
                .isEqualTo(new Settings.Value("c", "the environment variable " + option.environment()));
    }

    @Test
    void what_is_not_ours_in_properties_and_environment_is_passed_over() {
        Options options = Given.nothing()
                .property("snagging.include", "a")
                .property("java.home", "/jdk")
                .environment("SNAGGING", "a")
                .environment("PATH", "/bin")
                .read();

        assertThat(options).isEqualTo(Given.nothing().read());
    }

    @Test
    void another_file_may_be_named_and_is_sought_from_the_working_folder() throws IOException {
        Files.writeString(folder.resolve("other.properties"), "include=of.other");

        Options options = fileOnly().argument("config=other.properties").read();

        assertThat(options.include()).containsExactly("of.other");
    }

    @Test
    void the_options_shown_are_those_in_force() throws IOException {
        Options options = fileOnly()
                .argument("profile=test,max-blocking-time.CPU=2s,log=app")
                .read();

        assertThat(options.shown())
                .containsEntry("enabled", "true")
                .containsEntry("profile", "test")
                .containsEntry("max-blocking-time", "20ms")
                .containsEntry("max-blocking-time.CPU", "2s")
                .containsEntry("include", "of.file")
                .containsEntry("exclude", "none")
                .containsEntry("log", "app")
                .containsEntry("report", new File(folder.toFile(), "snag-report").toString())
                .doesNotContainKey("max-blocking-time.PINNED");
        assertThat(options.shown().keySet())
                .containsAll(List.of("enabled", "profile", "max-blocking-time", "report", "config"));
    }
}
