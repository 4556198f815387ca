package dev.snag.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.jdks.Jdk;

/** With nothing to report the program's outputs are byte for byte as without the agent. */
class NothingToReportIT {
    private static final String[] COMMANDS = {"run", "wait:300", "run", "exit:5"};

    @EachJdk
    void neither_output_has_anything_of_the_agent(Jdk jdk) throws Exception {
        Stage stage = Stage.of(jdk, NothingToReportIT.class, "plain");
        Outcome without =
                stage.java("without").arguments(Programs.puppet(COMMANDS)).run();
        Outcome with = stage.java("with", Shipped.javaAgent(""))
                .arguments(Programs.puppet(COMMANDS))
                .run();
        same(without, with);
    }

    @EachJdk
    void nor_where_a_report_is_written(Jdk jdk) throws Exception {
        Stage stage = Stage.of(jdk, NothingToReportIT.class, "report");
        Outcome without =
                stage.java("without").arguments(Programs.puppet(COMMANDS)).run();
        Outcome with = stage.java("with", stage.reporting())
                .arguments(Programs.puppet(COMMANDS))
                .run();
        same(without, with);
        assertThat(stage.report().occurrences()).isEmpty();
    }

    private static void same(Outcome without, Outcome with) {
        assertThat(without.status()).as(without::described).isEqualTo(5);
        assertThat(with.status()).as(with::described).isEqualTo(without.status());
        assertThat(with.stdoutBytes()).as(with::described).isEqualTo(without.stdoutBytes());
        assertThat(with.stderrBytes()).as(with::described).isEqualTo(without.stderrBytes());
    }
}
