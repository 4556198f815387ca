package dev.snag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** The tests of this module run in a JVM without the agent. */
@SuppressWarnings("try")
class WithoutTheAgentTest {

    @Test
    void it_says_that_nothing_is_watched_and_how_to_change_that() {
        assertThat(Snag.isWatching()).isFalse();
        assertThat(Snag.dump()).contains("-javaagent:snag.jar");
        assertThat(Snag.isInstrumented(Thread.class, "run")).isFalse();
    }

    @Test
    void g62_an_assertion_is_not_green_and_its_body_is_not_run() {
        var ran = new AtomicBoolean();
        assertThatIllegalStateException()
                .isThrownBy(() -> Snag.assertUnmounts(() -> ran.set(true)))
                .withMessageContaining("-javaagent:snag.jar");
        assertThatIllegalStateException()
                .isThrownBy(() -> Snag.assertUnmounts(Duration.ofSeconds(1), () -> ran.set(true)))
                .withMessageContaining("-javaagent:snag.jar");
        assertThat(ran).isFalse();
    }

    @Test
    void a_scope_runs_its_body_and_rethrows_what_it_throws() {
        var ran = new AtomicBoolean();
        Snag.allowBlocking("a reason", () -> ran.set(true));
        assertThat(ran).isTrue();
        var mine = new IOException("mine");
        Assertions.assertThatThrownBy(() -> Snag.allowBlocking("a reason", () -> {
                    throw mine;
                }))
                .isSameAs(mine);
        try (AllowedBlocking scope = Snag.allowBlocking("a reason")) {
            Snag.ignoreCurrent();
            Snag.monitorCurrent();
        }
    }

    @Test
    void a_scope_needs_a_reason() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Snag.allowBlocking(" "))
                .withMessageContaining("say why");
    }

    @Test
    void a_maximum_must_be_above_zero() {
        assertThatIllegalArgumentException().isThrownBy(() -> Snag.assertUnmounts(Duration.ZERO, () -> {}));
        assertThatIllegalArgumentException().isThrownBy(() -> Snag.assertUnmounts(Duration.ofMillis(-1), () -> {}));
    }

    @Test
    void g45_null_or_a_period_that_is_not_above_zero_is_rejected() {
        assertThatNullPointerException().isThrownBy(() -> Snag.addMonitoringFunction(null, Duration.ofSeconds(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> Snag.addMonitoringFunction(() -> {}, Duration.ZERO));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Snag.addMonitoringFunction(() -> {}, Duration.ofMillis(-1)));
        assertThat(Snag.monitoringFunctions()).isEmpty();
    }

    @Test
    void g46_adding_again_updates_the_period_and_removing_restores_the_count() {
        Runnable function = () -> {};
        Snag.addMonitoringFunction(function, Duration.ofSeconds(1));
        Snag.addMonitoringFunction(function, Duration.ofSeconds(2));
        assertThat(Snag.monitoringFunctions()).isEqualTo(Map.of(function, Duration.ofSeconds(2)));
        assertThat(Snag.removeMonitoringFunction(function)).isTrue();
        assertThat(Snag.removeMonitoringFunction(function)).isFalse();
        assertThat(Snag.monitoringFunctions()).isEmpty();
    }

    @Test
    void a_listener_is_kept_until_it_is_removed() {
        var listener = new SnagListener() {};
        Snag.addListener(listener);
        Snag.addListener(listener);
        assertThat(Snag.removeListener(listener)).isTrue();
        assertThat(Snag.removeListener(listener)).isFalse();
    }
}
