package dev.snag.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.jdks.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a profile changes. */
class ProfilesIT {
    private static final String HEADLINE = "appears to be blocked on carrier";

    @EachJdk
    void g38_in_prod_no_finding_is_printed_and_each_is_recorded(Jdk jdk) throws Exception {
        Stage stage = stage(jdk, "prod");
        Outcome outcome = stage.java("jvm", stage.reporting("profile=prod"))
                .arguments(Programs.puppet("settle", "hold:1500", "hold:1500"))
                .run();
        assertThat(outcome.stderr()).as(outcome::described).doesNotContain(HEADLINE);
        assertThat(outcome.stderr())
                .as(outcome::described)
                .containsPattern("(?m)^\\[snag] alive, " + Report.MOUNTS + ", ");
        assertThat(stage.report().occurrences()).as(outcome::described).hasSize(2);
    }

    @EachJdk
    void in_dev_each_is_printed_and_none_is_recorded(Jdk jdk) throws Exception {
        Outcome outcome = stage(jdk, "dev")
                .java("jvm", Shipped.javaAgent("profile=dev"))
                .arguments(Programs.puppet("settle", "hold:1500"))
                .run();
        assertThat(outcome.stderr()).as(outcome::described).containsOnlyOnce(HEADLINE);
        assertThat(outcome.folder().resolve("snag-report")).doesNotExist();
    }

    @EachJdk
    void in_test_the_threshold_is_20_ms_and_the_report_in_the_build_folder(Jdk jdk) throws Exception {
        Stage stage = stage(jdk, "test");
        Forked forked = stage.java("jvm", Shipped.javaAgent("profile=test"));
        Path folder = stage.folder().resolve("jvm");
        Files.createDirectory(folder.resolve("target"));
        Outcome outcome = forked.arguments(Programs.puppet("settle", "hold:60")).run();
        Report report = Report.in(folder.resolve("target/snag"));
        assertThat(report.occurrences()).as(outcome::described).hasSize(1);
        assertThat(report.occurrences().get(0).get("thresholdMs").getAsDouble()).isEqualTo(20);
    }

    @EachJdk
    void in_test_without_a_build_folder_it_has_one_of_its_own(Jdk jdk) throws Exception {
        Outcome outcome = stage(jdk, "test-alone")
                .java("jvm", Shipped.javaAgent("profile=test"))
                .arguments(Programs.puppet("settle"))
                .run();
        Report report = Report.in(outcome.folder().resolve("snag-report"));
        assertThat(report.ofType("end")).as(outcome::described).hasSize(1);
        assertThat(report.occurrences()).as(outcome::described).isEmpty();
    }

    private static Stage stage(Jdk jdk, String name) throws IOException {
        return Stage.of(jdk, ProfilesIT.class, name);
    }
}
