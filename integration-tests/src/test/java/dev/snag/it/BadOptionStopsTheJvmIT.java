package dev.snag.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.jdks.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A bad option: one line that says what, where and what to do; status 2 within seconds; {@code main} never begun. */
class BadOptionStopsTheJvmIT {
    private static final Duration SOON = Duration.ofSeconds(15);

    @EachJdk
    void an_unknown_option_in_the_argument(Jdk jdk) throws Exception {
        refused(
                stage(jdk, "unknown").java("jvm", Shipped.javaAgent("max-bloking-time=50ms")),
                "snag: unknown option 'max-bloking-time' in the agent's argument; the nearest is"
                        + " 'max-blocking-time' (java -jar snag.jar help options lists all)");
    }

    @EachJdk
    void an_unknown_option_in_a_system_property(Jdk jdk) throws Exception {
        refused(
                stage(jdk, "property").java("jvm", "-Dsnag.reports=here", Shipped.javaAgent("")),
                "snag: unknown option 'reports' in the system property snag.reports; the nearest is 'report'"
                        + " (java -jar snag.jar help options lists all)");
    }

    @EachJdk
    void an_unknown_option_in_the_environment(Jdk jdk) throws Exception {
        refused(
                stage(jdk, "environment").java("jvm", Shipped.javaAgent("")).environment("SNAG_LOGS", "app"),
                "snag: unknown option 'logs' in the environment variable SNAG_LOGS; the nearest is 'log'"
                        + " (java -jar snag.jar help options lists all)");
    }

    @EachJdk
    void a_pair_without_an_equals_sign(Jdk jdk) throws Exception {
        refused(
                stage(jdk, "pair").java("jvm", Shipped.javaAgent("profile")),
                "snag: 'profile' in the agent's argument is not key=value; the nearest option is 'profile'");
    }

    @EachJdk
    void a_bad_value(Jdk jdk) throws Exception {
        refused(
                stage(jdk, "value").java("jvm", Shipped.javaAgent("max-blocking-time=-5ms")),
                "snag: bad value '-5ms' for max-blocking-time in the agent's argument; write a number above 0 with ns,"
                        + " us, ms or s, such as 100ms, or off");
    }

    @EachJdk
    void a_bad_value_in_the_file_of_the_working_folder(Jdk jdk) throws Exception {
        Stage stage = stage(jdk, "file");
        Forked forked = stage.java("jvm", Shipped.javaAgent(""));
        Files.writeString(stage.folder().resolve("jvm/snag.properties"), "profile = fast\n");
        refused(forked, "snag: bad value 'fast' for profile in the file snag.properties; write dev, test, ci or prod");
    }

    @EachJdk
    void a_file_of_options_that_is_not_there(Jdk jdk) throws Exception {
        refused(
                stage(jdk, "missing").java("jvm", Shipped.javaAgent("config=nowhere.properties")),
                "snag: cannot read the options in nowhere.properties (named by config in the agent's argument):"
                        + " FileNotFoundException; mend the file or take config= away");
    }

    @EachJdk
    void a_file_of_options_that_is_a_folder(Jdk jdk) throws Exception {
        Stage stage = stage(jdk, "folder");
        Path folder = Files.createDirectory(stage.folder().resolve("options"));
        refused(
                stage.java("jvm", Shipped.javaAgent("config=" + folder)),
                "snag: cannot read the options in " + folder + " (named by config in the agent's argument):"
                        + " FileNotFoundException; mend the file or take config= away");
    }

    @EachJdk
    void a_good_option_does_not(Jdk jdk) throws Exception {
        Outcome outcome = stage(jdk, "good")
                .java("jvm", Shipped.javaAgent("max-blocking-time=50ms"))
                .arguments(Programs.puppet("run"))
                .run();
        assertThat(outcome.status()).as(outcome::described).isZero();
        assertThat(outcome.stdout()).as(outcome::described).isEqualTo("begun\ndid run\n");
        assertThat(outcome.stderr()).as(outcome::described).isEmpty();
    }

    private static Stage stage(Jdk jdk, String name) throws IOException {
        return Stage.of(jdk, BadOptionStopsTheJvmIT.class, name);
    }

    private static void refused(Forked forked, String message) throws IOException, InterruptedException {
        Outcome outcome = forked.arguments(Programs.puppet("run")).run();
        assertThat(outcome.stderr()).as(outcome::described).isEqualTo(message + "\n");
        assertThat(outcome.status()).as(outcome::described).isEqualTo(2);
        assertThat(outcome.stdout()).as(outcome::described).isEmpty();
        assertThat(outcome.took()).as(outcome::described).isLessThan(SOON);
    }
}
