package dev.snag.agent.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The class file of a JDK that is newer than all that we know stays as it is, and what is not seen is named. */
class UnknownClassFileTest {
    private static final int MAJOR_VERSION = 7;
    private static final byte UNKNOWN = 127;

    @Test
    void a_class_file_of_an_unknown_version_is_left_alone() throws IOException {
        var transformer = new HookTransformer();
        assertThat(transform(transformer, ofUnknownVersion())).isNull();
        assertThat(transformer.failure()).hasMessageContaining("127");
        assertThat(transformer.woven()).isEmpty();
    }

    @Test
    void one_of_this_jdk_is_woven() throws IOException {
        var transformer = new HookTransformer();
        assertThat(transform(transformer, PlayedInstrumentation.virtualThread()))
                .isNotNull();
        assertThat(transformer.failure()).isNull();
        assertThat(transformer.woven()).containsExactlyInAnyOrderElementsOf(HookTarget.ALL);
    }

    @Test
    void each_hook_is_off_and_says_why_and_what_is_not_seen() throws IOException {
        Map<String, String> states = new Hooks(new PlayedInstrumentation(ofUnknownVersion()).view()).install();
        assertThat(states).containsOnlyKeys("mount-hook", "park-hook");
        assertThat(states.get("mount-hook"))
                .startsWith("off: java.lang.VirtualThread of this JDK cannot be read"
                        + " (java.lang.IllegalArgumentException: Unsupported class file")
                .contains("127")
                .endsWith("; no hold at all is seen");
    }

    @Test
    void each_hook_is_on_where_the_class_can_be_read() throws IOException {
        assertThat(new Hooks(new PlayedInstrumentation(PlayedInstrumentation.virtualThread()).view()).install())
                .isEqualTo(Map.of("mount-hook", "on", "park-hook", "on"));
    }

    private static byte[] transform(HookTransformer transformer, byte[] code) {
        return transformer.transform(null, null, HookTarget.VIRTUAL_THREAD, null, null, code);
    }

    private static byte[] ofUnknownVersion() throws IOException {
        byte[] code = PlayedInstrumentation.virtualThread();
        code[MAJOR_VERSION] = UNKNOWN;
        return code;
    }
}
