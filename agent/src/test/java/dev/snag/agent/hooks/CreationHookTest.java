package dev.snag.agent.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** On the running JDK's own class. */
final class CreationHookTest {

    private static byte[] virtualThread() throws IOException {
        try (InputStream in = Object.class.getResourceAsStream("VirtualThread.class")) {
            return in.readAllBytes();
        }
    }

    /** Methods that call the copy of {@code Creations}. */
    private static List<String> callers(byte[] code) {
        var callers = new ArrayList<String>();
        new ClassReader(code)
                .accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access, String method, String descriptor, String s, String[] e) {
                                return new MethodVisitor(Opcodes.ASM9) {
                                    @Override
                                    public void visitMethodInsn(
                                            int opcode, String owner, String name, String d, boolean i) {
                                        if (owner.equals(BridgeClass.CREATIONS)) {
                                            callers.add(method + descriptor);
                                        }
                                    }
                                };
                            }
                        },
                        0);
        return callers;
    }

    @Test
    void with_the_option_the_start_of_a_virtual_thread_is_woven_once() throws Exception {
        HookWeaver.Result woven = HookWeaver.weave(virtualThread(), HookTarget.WITH_CREATION);

        assertThat(woven.woven()).containsExactlyInAnyOrderElementsOf(HookTarget.WITH_CREATION);
        assertThat(callers(woven.code())).containsExactly("start(Ljdk/internal/vm/ThreadContainer;)V");
    }

    @Test
    void without_the_option_it_is_not() throws Exception {
        HookWeaver.Result woven = HookWeaver.weave(virtualThread(), HookTarget.ALL);

        assertThat(woven.woven()).doesNotContain(HookTarget.CREATION);
        assertThat(callers(woven.code())).isEmpty();
    }

    @Test
    void the_copy_of_its_class_is_renamed_throughout() throws Exception {
        byte[] code = BridgeClass.code(dev.snag.runtime.bridge.Creations.class, BridgeClass.CREATIONS);

        assertThat(new ClassReader(code).getClassName()).isEqualTo("java/lang/SnagCreations");
        assertThat(new String(code, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("dev/snag");
    }
}
