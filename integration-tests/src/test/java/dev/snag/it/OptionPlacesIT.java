package dev.snag.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.jdks.Jdk;
import java.nio.file.Files;

/** Options of the shipped agent by the place where they stand; each place wins over those after it. */
class OptionPlacesIT {
    @EachJdk
    void g3_argument_before_property_before_environment_before_file(Jdk jdk) throws Exception {
        Stage stage = Stage.of(jdk, OptionPlacesIT.class, "places");
        Forked forked = stage.java(
                        "jvm",
                        "-Dsnag.max-blocking-time=2s",
                        "-Dsnag.exclude=by.property",
                        stage.reporting("max-blocking-time=1s"))
                .environment("SNAG_MAX_BLOCKING_TIME", "3s")
                .environment("SNAG_EXCLUDE", "by.environment")
                .environment("SNAG_INCLUDE", "by.environment");
        Files.writeString(
                stage.folder().resolve("jvm/snag.properties"),
                "max-blocking-time=4s\nexclude=by.file\ninclude=by.file\nprofile=prod\n");
        Outcome outcome = forked.arguments(Programs.puppet("settle")).run();
        assertThat(outcome.stderr()).as(outcome::described).isEmpty();
        var start = stage.report().ofType("start").get(0);
        var options = start.getAsJsonObject("options");
        assertThat(options.get("max-blocking-time").getAsString()).isEqualTo("1s");
        assertThat(options.get("exclude").getAsString()).isEqualTo("by.property");
        assertThat(options.get("include").getAsString()).isEqualTo("by.environment");
        assertThat(options.get("profile").getAsString()).isEqualTo("prod");
    }
}
