package dev.snag.agent.strict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.agent.hooks.ClassText;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NativeWeaverTest {

    @SuppressWarnings("unused")
    private static final class Natives {
        @Deprecated
        public static native long sum(int left, long right, double[] more);

        protected synchronized native Object step(String text) throws IOException;

        native void nothing();

        int plain() {
            return 1;
        }
    }

    private static final class NoNatives {}

    private static byte[] code(Class<?> type) throws IOException {
        String name = type.getName();
        try (InputStream in = type.getResourceAsStream(name.substring(name.lastIndexOf('.') + 1) + ".class")) {
            return in.readAllBytes();
        }
    }

    @Test
    void a_native_method_gets_a_body_and_its_function_another_name() throws IOException {
        NativeWeaver.Result result = NativeWeaver.weave(code(Natives.class));

        Map<String, String> methods = ClassText.methods(result.code());
        assertThat(result.methods()).containsExactlyInAnyOrder("sum", "step", "nothing");
        assertThat(methods).containsKeys("$snag$sum(IJ[D)J", "$snag$step(Ljava/lang/String;)Ljava/lang/Object;");
        assertThat(methods.get("sum(IJ[D)J"))
                .contains("SnagCalls.enter", "SnagCalls.exit", "$snag$sum (IJ[D)J", "LRETURN", "ATHROW");
        assertThat(methods.get("plain()I"))
                .isEqualTo(ClassText.methods(code(Natives.class)).get("plain()I"));
        ClassText.verify(result.code());
    }

    @Test
    void annotations_stay_with_the_name_that_programs_call() throws IOException {
        byte[] woven = NativeWeaver.weave(code(Natives.class)).code();

        assertThat(ClassText.annotations(woven)).isEqualTo(ClassText.annotations(code(Natives.class)));
    }

    @Test
    void a_class_without_native_methods_stays_as_it_is() throws IOException {
        assertThat(NativeWeaver.weave(code(NoNatives.class))).isNull();
    }
}
