package dev.snag.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.snag.jdks.Jdk;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** An image of the JDK that has next to no modules: the agent works, and names what it cannot see there. */
class JlinkedImageIT {
    @EachJdk
    void an_image_without_management_works_and_names_the_sensors_that_are_off(Jdk jdk) throws Exception {
        Stage stage = Stage.of(jdk, JlinkedImageIT.class, "image");
        Path image = stage.folder().resolve("image");
        Outcome jlink = Forked.in(stage.folder().resolve("jlink"))
                .arguments(jdk.tool("jlink"), "--add-modules", "java.base,java.instrument", "--output", image)
                .run();
        assertThat(jlink.status()).as(jlink::described).isZero();
        Forked java = Forked.in(stage.folder().resolve("version")).arguments(image.resolve("bin/java"), "-version");
        Outcome version = java.run();
        Assumptions.assumeTrue(version.status() == 0, () -> "its images do not run here: " + version.stderr());
        works(stage, Forked.in(stage.folder().resolve("jvm")).arguments(image.resolve("bin/java")));
    }

    @EachJdk
    void so_does_a_jvm_that_is_limited_to_the_same_modules(Jdk jdk) throws Exception {
        Stage stage = Stage.of(jdk, JlinkedImageIT.class, "limited");
        works(stage, stage.java("jvm", "--limit-modules", "java.base,java.instrument"));
    }

    @EachJdk
    void a_whole_jdk_has_no_sensor_off(Jdk jdk) throws Exception {
        Stage stage = Stage.of(jdk, JlinkedImageIT.class, "whole");
        Outcome outcome = stage.java("jvm", stage.reporting())
                .arguments(Programs.puppet("settle"))
                .run();
        assertThat(outcome.stderr()).as(outcome::described).isEmpty();
        JsonObject sensors = stage.report().ofType("start").get(0).getAsJsonObject("sensors");
        assertThat(sensors.keySet()).contains("mount-hook", "park-hook", "pauses");
        assertThat(sensors.asMap().values())
                .allMatch(state -> state.getAsString().equals("on"));
    }

    private static void works(Stage stage, Forked java) throws IOException, InterruptedException {
        Outcome outcome = java.arguments(stage.reporting())
                .arguments(Programs.puppet("settle", "hold:1500"))
                .run();
        assertThat(outcome.status()).as(outcome::described).isZero();
        assertThat(outcome.stderr().lines())
                .as(outcome::described)
                .anyMatch(
                        line -> line.matches("\\[snag] sensor \\S+ is off: .*java\\.management is not in this JVM; .+"))
                .anyMatch(line -> line.matches(
                        "\\[snag] sensor pauses is off: the module jdk\\.management is not in this JVM; .+"));
        JsonObject start = stage.report().ofType("start").get(0);
        assertThat(Report.text(start, "sensors.mount-hook"))
                .as(outcome::described)
                .hasValue("on");
        assertThat(Report.text(start, "sensors.pauses").orElse("")).startsWith("off: ");
        assertThat(stage.report().occurrences())
                .as(outcome::described)
                .hasSize(1)
                .allMatch(hold -> hold.get("kind").getAsString().equals("PINNED"));
        assertThat(stage.report().ofType("error")).as(outcome::described).isEmpty();
    }
}
