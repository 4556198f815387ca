package dev.snag.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.snag.jdks.Jdk;

/** Given twice on the command line, the agent runs once. */
class AgentGivenTwiceIT {
    @EachJdk
    void g57_a_second_agent_flag_reuses_the_monitor_and_its_report(Jdk jdk) throws Exception {
        Stage stage = Stage.of(jdk, AgentGivenTwiceIT.class, "twice");
        Outcome outcome = stage.java("jvm", stage.reporting(), stage.reporting())
                .arguments(Programs.puppet("settle", "hold:1500", "threads"))
                .run();
        assertThat(outcome.status()).as(outcome::described).isZero();
        assertThat(outcome.stdout())
                .as(outcome::described)
                .isEqualTo("begun\ndid settle\ndid hold:1500\nthreads: snag-monitor snag-recorder\n");
        assertThat(stage.report().ofType("start")).as(outcome::described).hasSize(1);
        assertThat(stage.report().occurrences()).as(outcome::described).hasSize(1);
        assertThat(stage.report().ofType("end")).as(outcome::described).hasSize(1);
    }

    @EachJdk
    void g57_the_second_flag_changes_the_threshold(Jdk jdk) throws Exception {
        Stage stage = Stage.of(jdk, AgentGivenTwiceIT.class, "changes");
        Outcome outcome = stage.java(
                        "jvm", stage.reporting("max-blocking-time=10s"), Shipped.javaAgent("max-blocking-time=50ms"))
                .arguments(Programs.puppet("settle", "hold:1500"))
                .run();
        assertThat(stage.report().occurrences()).as(outcome::described).hasSize(1);
        JsonObject occurrence = stage.report().occurrences().get(0);
        assertThat(occurrence.get("thresholdMs").getAsDouble())
                .as(outcome::described)
                .isEqualTo(50);
    }

    @EachJdk
    void a_second_flag_with_a_bad_option_stops_the_jvm_too(Jdk jdk) throws Exception {
        Outcome outcome = Stage.of(jdk, AgentGivenTwiceIT.class, "bad")
                .java("jvm", Shipped.javaAgent(""), Shipped.javaAgent("profile=none"))
                .arguments(Programs.puppet("settle", "hold:1500"))
                .run();
        assertThat(outcome.status()).as(outcome::described).isEqualTo(2);
        assertThat(outcome.stdout()).as(outcome::described).isEmpty();
        assertThat(outcome.stderr())
                .as(outcome::described)
                .isEqualTo("snag: bad value 'none' for profile in the agent's argument; write dev, test, ci or prod\n");
    }
}
