package dev.snag.runtime.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.runtime.origins.Origin;
import java.util.List;
import org.junit.jupiter.api.Test;

class StackFramesTest {

    private static final int NO_LINE = -1;
    private static final int NATIVE = -2;
    private static final Origin OWN = new Origin("classes", null, null, true);
    private static final Origin LIBRARY = new Origin("spring-tx-6.2.7.jar", "spring-tx", "6.2.7", false);

    private static StackTraceElement frame(String type, int line) {
        return new StackTraceElement(type, "count", null, line);
    }

    @Test
    void the_users_own_code_is_what_he_wrote_and_no_proxy_of_it() {
        var frames = List.of(
                frame("org.springframework.Interceptor", 380),
                frame("com.acme.$Proxy134", NO_LINE),
                frame("com.acme.Web", 23));

        assertThat(StackFrames.own(frames, List.of(LIBRARY, OWN, OWN))).isEqualTo(2);
    }

    @Test
    void a_proxy_of_it_is_better_than_nothing() {
        var frames = List.of(
                frame("org.springframework.Interceptor", 380),
                frame("com.acme.$Proxy134", NO_LINE),
                frame("com.acme.$Proxy135", NO_LINE));

        assertThat(StackFrames.own(frames, List.of(LIBRARY, OWN, OWN))).isEqualTo(1);
    }

    @Test
    void a_native_method_of_his_has_no_line_and_is_his() {
        assertThat(StackFrames.own(
                        List.of(frame("com.acme.Jni", NATIVE), frame("com.acme.Web", 23)), List.of(OWN, OWN)))
                .isZero();
    }

    @Test
    void there_may_be_none() {
        assertThat(StackFrames.own(List.of(frame("org.springframework.Interceptor", 380)), List.of(LIBRARY)))
                .isEqualTo(-1);
    }
}
