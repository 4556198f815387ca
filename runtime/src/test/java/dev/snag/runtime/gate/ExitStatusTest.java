package dev.snag.runtime.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.findings.End;
import dev.snag.findings.policy.AllowRules;
import dev.snag.findings.policy.Baseline;
import dev.snag.findings.policy.FailOn;
import dev.snag.findings.policy.Policy;
import dev.snag.runtime.bridge.ExitBridge;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Over the template of the bridge itself; what halts is left to forked JVMs. */
class ExitStatusTest {

    private ExitStatus exit;

    @BeforeEach
    void takeOver() throws ReflectiveOperationException {
        ExitBridge.SHARED.set(ExitBridge.OWN, 0);
        exit = new ExitStatus(ExitBridge.class, Thread.currentThread().threadId());
    }

    @Test
    void g58_it_fails_until_the_gate_passes() throws Exception {
        assertThat(ExitBridge.statusFor(0)).isEqualTo(86);
        assertThat(exit.unjudged())
                .isEqualTo(
                        "[snag] gate: FAILED, the watch did not come to its end, so it cannot be known what happened;"
                                + " exit status becomes 86");
        end(true);
        assertThat(ExitBridge.statusFor(0)).isZero();
        assertThat(exit.unjudged()).isNull();
    }

    @Test
    void it_stays_failed_where_the_gate_does_not_pass() throws Exception {
        assertThat(end(false)).last().asString().contains("the monitor was not alive at the end");
        assertThat(ExitBridge.statusFor(0)).isEqualTo(86);
        assertThat(exit.unjudged()).isNull();
    }

    @Test
    void a_status_of_the_applications_own_stays() {
        assertThat(ExitBridge.statusFor(3)).isEqualTo(3);
        ExitBridge.exiting(3);
        assertThat(exit.unjudged()).endsWith("; exit status stays 3");
    }

    @Test
    void an_exception_that_leaves_main_is_a_status_of_1_and_another_threads_is_not() {
        ExitBridge.uncaught(new Thread("other"));
        assertThat(exit.consequence()).isEqualTo("exit status becomes 86");
        ExitBridge.uncaught(Thread.currentThread());
        assertThat(exit.consequence()).isEqualTo("exit status stays 1");
    }

    private List<String> end(boolean alive) throws Exception {
        var policy = new Policy(
                AllowRules.NONE, Baseline.NONE, FailOn.parse("new"), List.of(), LocalDate.parse("2026-11-24"));
        var lines = new ArrayList<String>();
        End end = RunGate.of(policy, exit).ended(new End(Instant.EPOCH, alive, 5, 0, 0, 0, 0, 0, 0), lines);
        assertThat(end.policy().passes()).isEqualTo(alive);
        return lines;
    }
}
