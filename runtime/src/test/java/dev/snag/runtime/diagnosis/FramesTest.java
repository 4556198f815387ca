package dev.snag.runtime.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FramesTest {

    @Test
    void the_module_tells_whether_a_frame_is_the_jdks() {
        assertThat(Frames.isJdk(Stacks.jdk("java.lang.Thread.sleep:509"))).isTrue();
        assertThat(Frames.isJdk(Stacks.ofModule("jdk.net", "jdk.net.Sockets.x")))
                .isTrue();
        assertThat(Frames.isJdk(Stacks.ofModule("com.acme.orders", "java.fake.Thing.x")))
                .isFalse();
        assertThat(Frames.isJdk(Stacks.app("com.acme.orders.OrderCache.load:88")))
                .isFalse();
    }

    @Test
    void without_a_module_the_name_tells_unless_an_applications_loader_defined_it() {
        assertThat(Frames.isJdk(new StackTraceElement(null, null, null, "java.lang.Thread", "x", null, 1)))
                .isTrue();
        assertThat(Frames.isJdk(Stacks.app("java.fake.Thing.x"))).isFalse();
    }

    @Test
    void a_stack_of_the_jdk_alone_has_no_offender() {
        assertThat(Frames.offender(List.of(Stacks.jdk("java.lang.Thread.sleep:509"))))
                .isEqualTo(-1);
        assertThat(Frames.offender(List.of())).isEqualTo(-1);
    }

    @ParameterizedTest
    @CsvSource({
        "com.acme.Totals, sum, com.acme.Totals.sum",
        "com.acme.Totals, lambda$sum$3, com.acme.Totals.lambda$sum",
        "com.acme.Totals, lambda$new$0, com.acme.Totals.lambda$new",
        "com.acme.Totals$$Lambda/0x00007f1234, apply, com.acme.Totals$$Lambda.apply",
        "com.acme.Totals$$Lambda$14, apply, com.acme.Totals$$Lambda.apply",
        "com.acme.Hidden/0x00007f1234, run, com.acme.Hidden.run",
        "jdk.internal.reflect.GeneratedMethodAccessor17, invoke, jdk.internal.reflect.GeneratedMethodAccessor.invoke",
        "com.acme.Totals$1, run, com.acme.Totals$1.run",
        "com.acme.Totals, lambda$, com.acme.Totals.lambda$",
    })
    void names_that_differ_from_run_to_run_are_made_the_same(String type, String method, String stable) {
        assertThat(Frames.stableName(type, method)).isEqualTo(stable);
    }
}
