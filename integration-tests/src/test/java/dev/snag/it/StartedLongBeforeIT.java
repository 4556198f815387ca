package dev.snag.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.jdks.Jdk;

/** A watch that begins long before the application uses virtual threads. */
class StartedLongBeforeIT {
    private static final String[] COMMANDS = {"wait:3000", "hold:1500"};

    @EachJdk
    void g51_the_first_hold_of_the_first_virtual_thread_is_found(Jdk jdk) throws Exception {
        Stage stage = Stage.of(jdk, StartedLongBeforeIT.class, "plain");
        Outcome outcome = stage.java("jvm", Shipped.javaAgent(""))
                .arguments(Programs.puppet(COMMANDS))
                .run();
        assertThat(outcome.stderr())
                .as(outcome::described)
                .contains("virtual thread \"worker\" ")
                .containsPattern("(?m)^\\[snag] alive, " + Report.MOUNTS + ", snags 1, ");
    }

    @EachJdk
    void g51_with_a_report_that_is_begun_at_once_too(Jdk jdk) throws Exception {
        Stage stage = Stage.of(jdk, StartedLongBeforeIT.class, "report");
        Outcome outcome = stage.java("jvm", stage.reporting())
                .arguments(Programs.puppet(COMMANDS))
                .run();
        assertThat(stage.report().occurrences()).as(outcome::described).hasSize(1);
    }
}
