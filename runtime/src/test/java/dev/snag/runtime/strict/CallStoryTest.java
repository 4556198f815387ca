package dev.snag.runtime.strict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.findings.Category;
import dev.snag.findings.ThreadRef;
import dev.snag.runtime.bridge.Calls;
import dev.snag.runtime.diagnosis.Frames;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallStoryTest {

    private static final ThreadRef NOBODY = new ThreadRef("", 1);
    private static final StackTraceElement READ = jdk("java.io.FileInputStream", "read");
    private static final StackTraceElement LOAD = app("com.acme.Orders", "load");

    private static StackTraceElement jdk(String type, String method) {
        return new StackTraceElement(null, "java.base", "25", type, method, "File.java", 1);
    }

    private static StackTraceElement app(String type, String method) {
        return new StackTraceElement("app", null, null, type, method, "File.java", 1);
    }

    private static ForbiddenCall story(int category, StackTraceElement... frames) {
        return CallStory.of(category, NOBODY, NOBODY, 5, 7, List.of(frames), null, null);
    }

    @Test
    void a_call_of_the_programs_is_told_with_its_category() {
        ForbiddenCall call = story(1, READ, LOAD);

        assertThat(call.category()).isEqualTo(Category.FILE);
        assertThat(call.offender()).isEqualTo(LOAD);
        assertThat(call.nanos()).isEqualTo(2);
        assertThat(story(Calls.CLASS_LOADING, READ, LOAD).category()).isEqualTo(Category.CLASS_LOADING);
        assertThat(story(Calls.PINNED, READ, LOAD).category()).isNull();
    }

    @Test
    void a_thread_of_the_jdks_own_and_our_own_work_are_not() {
        assertThat(story(1, READ, jdk("java.lang.VirtualThread", "run"))).isNull();
        assertThat(story(1, READ, app("dev.snag.AgentConnection", "find"))).isNull();
        assertThat(story(Calls.PINNED, READ, app("dev.snag.agent.hooks.HookSelfTest", "lambda")))
                .isNull();
    }

    @Test
    void what_a_class_of_the_jdk_does_in_its_initializer_is_not_the_programs_doing() {
        StackTraceElement initializer = jdk("sun.util.Zones", "<clinit>");

        assertThat(story(1, READ, initializer, LOAD)).isNull();
        assertThat(story(Calls.PINNED, READ, initializer, LOAD)).isNotNull();
        assertThat(story(1, READ, app("com.acme.Orders", "<clinit>"), LOAD)).isNotNull();
    }

    @Test
    void native_code_that_the_jdk_calls_for_its_own_purposes_is_not_either() {
        int nativeCode = Category.NATIVE.ordinal() + 1;

        assertThat(story(nativeCode, app("org.sqlite.core.NativeDB", "step"))).isNotNull();
        assertThat(story(nativeCode, jdk("java.lang.invoke.LambdaForm$MH", "invoke"), LOAD))
                .isNotNull();
        assertThat(story(nativeCode, jdk("jdk.internal.io.Console", "ask"), LOAD))
                .isNull();
    }

    @Test
    void a_native_method_with_a_body_of_ours_is_one_frame() {
        var hidden = new StackTraceElement("app", null, null, "org.sqlite.core.NativeDB", "$snag$step", "N.java", -2);
        List<StackTraceElement> written =
                Frames.asWritten(List.of(hidden, app("org.sqlite.core.NativeDB", "step"), LOAD));

        assertThat(written).hasSize(2);
        assertThat(written.getFirst().getMethodName()).isEqualTo("step");
        assertThat(written.getFirst().isNativeMethod()).isTrue();
        assertThat(written.get(1)).isEqualTo(LOAD);
    }
}
