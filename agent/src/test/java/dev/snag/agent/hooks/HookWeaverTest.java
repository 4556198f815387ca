package dev.snag.agent.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

class HookWeaverTest {

    private static final String BRIDGE = "INVOKESTATIC java/lang/SnagBridge.";
    private static final String MOUNT = "runContinuation()V";
    private static final String PARK = "parkOnCarrierThread(ZJ)V";

    static List<JdkClasses> jdks() {
        return JdkClasses.all();
    }

    private static byte[] virtualThread(JdkClasses jdk) throws IOException {
        return jdk.code(HookTarget.VIRTUAL_THREAD);
    }

    @Test
    void the_running_jdk_is_among_those_tested() {
        assertThat(jdks())
                .extracting(JdkClasses::feature)
                .contains(Runtime.version().feature());
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void each_target_is_exactly_one_method(JdkClasses jdk) throws IOException {
        byte[] code = virtualThread(jdk);

        assertThat(HookWeaver.weave(code).woven()).containsExactlyInAnyOrderElementsOf(HookTarget.ALL);
        for (HookTarget target : HookTarget.ALL) {
            assertThat(new ClassReader(code).getClassName()).isEqualTo(target.owner());
            assertThat(ClassText.methods(code)).containsKey(target.method() + target.descriptor());
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void annotations_survive(JdkClasses jdk) throws IOException {
        byte[] code = virtualThread(jdk);
        Map<String, String> before = ClassText.annotations(code);

        assertThat(before.get(MOUNT)).contains("Ljdk/internal/vm/annotation/", "true");
        assertThat(ClassText.annotations(HookWeaver.weave(code).code())).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void nothing_but_the_two_methods_differs(JdkClasses jdk) throws IOException {
        byte[] code = virtualThread(jdk);
        byte[] woven = HookWeaver.weave(code).code();
        Map<String, String> before = ClassText.methods(code);
        Map<String, String> after = ClassText.methods(woven);

        assertThat(List.copyOf(after.keySet())).isEqualTo(List.copyOf(before.keySet()));
        Set<String> differ = new HashSet<>(before.keySet());
        differ.removeIf(method -> before.get(method).equals(after.get(method)));
        assertThat(differ).containsExactlyInAnyOrder(MOUNT, PARK);
        assertThat(ClassText.withoutMethods(woven)).isEqualTo(ClassText.withoutMethods(code));
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void what_is_woven_verifies(JdkClasses jdk) throws IOException {
        ClassText.verify(HookWeaver.weave(virtualThread(jdk)).code());
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void each_entry_and_each_exit_is_hooked(JdkClasses jdk) throws IOException {
        byte[] code = virtualThread(jdk);
        Map<String, String> before = ClassText.methods(code);
        Map<String, String> after = ClassText.methods(HookWeaver.weave(code).code());

        String mount = after.get(MOUNT);
        assertThat(ClassText.count(mount, BRIDGE + "mounted (Ljava/lang/Thread;)V"))
                .isEqualTo(1);
        assertThat(ClassText.count(mount, BRIDGE + "unmounted ()V")).isEqualTo(returns(before.get(MOUNT)) + 1);
        String park = after.get(PARK);
        assertThat(ClassText.count(park, BRIDGE + "parking (Ljava/lang/Thread;Ljava/lang/Thread;)V"))
                .isEqualTo(1);
        assertThat(ClassText.count(park, BRIDGE + "parked (Ljava/lang/Thread;)V"))
                .isEqualTo(returns(before.get(PARK)) + 1);
        assertThat(mount.substring(mount.indexOf("INVOKE"))).startsWith(BRIDGE + "mounted ");
        assertThat(park.substring(park.indexOf("INVOKE"))).startsWith(BRIDGE + "parking ");
    }

    private static int returns(String method) {
        return ClassText.count(method, "    RETURN\n");
    }

    /**
     * The VM hands a retransforming agent the class as it was loaded, so that what is woven never comes back; where
     * another agent's class file has our calls, they are two.
     */
    @ParameterizedTest
    @MethodSource("jdks")
    void what_is_woven_already_is_woven_again(JdkClasses jdk) throws IOException {
        byte[] twice =
                HookWeaver.weave(HookWeaver.weave(virtualThread(jdk)).code()).code();

        assertThat(ClassText.count(ClassText.methods(twice).get(MOUNT), BRIDGE + "mounted "))
                .isEqualTo(2);
        ClassText.verify(twice);
    }

    @Test
    void a_class_without_the_targets_is_woven_nowhere_and_stays_as_it_is() throws IOException {
        byte[] other = JdkClasses.all().getFirst().code("java/lang/Thread");

        HookWeaver.Result result = HookWeaver.weave(other);

        assertThat(result.woven()).isEmpty();
        assertThat(ClassText.methods(result.code())).isEqualTo(ClassText.methods(other));
    }

    @Test
    void the_same_names_with_other_descriptors_are_no_targets() {
        var writer = new ClassWriter(0);
        writer.visit(Opcodes.V21, 0, HookTarget.VIRTUAL_THREAD, null, "java/lang/Object", null);
        for (String descriptor : new String[] {"(Z)V", "()Z"}) {
            MethodVisitor method = writer.visitMethod(
                    Opcodes.ACC_ABSTRACT | Opcodes.ACC_PUBLIC, "runContinuation", descriptor, null, null);
            method.visitEnd();
        }
        writer.visitEnd();

        assertThat(HookWeaver.weave(writer.toByteArray()).woven()).isEmpty();
    }

    @Test
    void the_verifier_of_these_tests_refuses_what_is_broken() throws IOException {
        byte[] code = virtualThread(JdkClasses.all().getFirst());
        var writer = new ClassWriter(0);
        new ClassReader(code)
                .accept(
                        new ClassVisitor(Opcodes.ASM9, writer) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access, String name, String descriptor, String signature, String[] thrown) {
                                return new MethodVisitor(
                                        Opcodes.ASM9, super.visitMethod(access, name, descriptor, signature, thrown)) {
                                    @Override
                                    public void visitInsn(int opcode) {
                                        if (opcode == Opcodes.RETURN) {
                                            super.visitInsn(Opcodes.POP);
                                        }
                                        super.visitInsn(opcode);
                                    }
                                };
                            }
                        },
                        0);

        assertThatThrownBy(() -> ClassText.verify(writer.toByteArray())).isInstanceOf(RuntimeException.class);
    }
}
