package dev.snag.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.jdks.Jdk;
import java.nio.file.Files;

/** What is woven and defined passes the verifier, which by default leaves the JDK's own classes out. */
class VerifiedBytecodeIT {
    @EachJdk
    void neither_is_there_with_every_strict_rule(Jdk jdk) throws Exception {
        Stage stage = Stage.of(jdk, VerifiedBytecodeIT.class, "strict");
        Outcome outcome = stage.java(
                        "jvm",
                        "-Xverify:all",
                        "-Xlog:redefine+class*=warning,verification=warning:file=warnings.log:none",
                        "--enable-native-access=ALL-UNNAMED",
                        stage.reporting("strict=all", "max-blocking-time=off"))
                .arguments("-cp", Shipped.fixtureClassPath(), "dev.snag.fixtures.strict.NativesStillWork")
                .run();
        assertThat(outcome.status()).as(outcome::described).isZero();
        assertThat(outcome.stderr()).as(outcome::described).isEmpty();
        assertThat(Files.readString(outcome.folder().resolve("warnings.log"))).isEmpty();
        assertThat(stage.report().ofType("end").get(0).get("alive").getAsBoolean())
                .isTrue();
    }

    @EachJdk
    void with_the_verifier_on_for_all_classes_there_is_no_warning(Jdk jdk) throws Exception {
        Stage stage = Stage.of(jdk, VerifiedBytecodeIT.class, "verified");
        Outcome outcome = stage.java(
                        "jvm",
                        "-Xverify:all",
                        "-Xlog:redefine+class*=warning,verification=warning:file=warnings.log:none",
                        stage.reporting())
                .arguments(Programs.puppet("settle", "hold:1500"))
                .run();
        assertThat(outcome.status()).as(outcome::described).isZero();
        assertThat(outcome.stderrOfTheProgram()).as(outcome::described).isEmpty();
        assertThat(Files.readString(outcome.folder().resolve("warnings.log"))).isEmpty();
        assertThat(stage.report().occurrences()).as(outcome::described).hasSize(1);
        assertThat(stage.report().ofType("end").get(0).get("alive").getAsBoolean())
                .isTrue();
    }
}
