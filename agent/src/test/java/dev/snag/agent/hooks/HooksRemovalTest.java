package dev.snag.agent.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The hooks are taken out again. */
class HooksRemovalTest {
    @Test
    void g52_removal_restores_what_was_there_and_a_second_one_does_nothing() throws Exception {
        byte[] original = PlayedInstrumentation.virtualThread();
        var instrumentation = new PlayedInstrumentation(original);
        var hooks = new Hooks(instrumentation.view());
        hooks.install();
        assertThat(instrumentation.current()).isNotEqualTo(original);
        hooks.remove();
        assertThat(instrumentation.current()).isEqualTo(original);
        int before = instrumentation.retransformations();
        hooks.remove();
        assertThat(instrumentation.retransformations()).isEqualTo(before);
    }
}
