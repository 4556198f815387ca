package dev.snag.agent.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class HookTransformerTest {

    private final HookTransformer transformer = new HookTransformer();

    private byte[] transform(String name, byte[] code) {
        return transformer.transform(null, null, name, null, null, code);
    }

    @Test
    void every_other_class_is_left_alone_and_not_even_read() {
        assertThat(transform("java/lang/Thread", null)).isNull();
        assertThat(transform(null, null)).isNull();
        assertThat(transformer.failure()).isNull();
    }

    @Test
    void virtual_thread_is_woven_and_what_was_found_is_remembered() throws IOException {
        byte[] code = JdkClasses.all().getFirst().code(HookTarget.VIRTUAL_THREAD);

        assertThat(transform(HookTarget.VIRTUAL_THREAD, code))
                .isEqualTo(HookWeaver.weave(code).code());
        assertThat(transformer.woven()).containsExactlyInAnyOrderElementsOf(HookTarget.ALL);
        assertThat(transformer.failure()).isNull();
    }

    @Test
    void a_class_file_that_cannot_be_read_stays_as_it_is_and_the_reason_is_kept() {
        assertThat(transform(HookTarget.VIRTUAL_THREAD, new byte[] {1, 2, 3})).isNull();
        assertThat(transformer.failure()).isNotNull();
        assertThat(transformer.woven()).isEmpty();
    }
}
