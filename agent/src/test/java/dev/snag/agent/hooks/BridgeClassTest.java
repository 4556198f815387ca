package dev.snag.agent.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.runtime.bridge.Bridge;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

class BridgeClassTest {

    @Test
    void it_is_a_class_of_java_lang() throws IOException {
        var reader = new ClassReader(BridgeClass.code());

        assertThat(reader.getClassName()).isEqualTo("java/lang/SnagBridge");
        assertThat(reader.getSuperName()).isEqualTo("java/lang/Object");
        assertThat(Modifier.isPublic(reader.getAccess())).isTrue();
    }

    @Test
    void nothing_in_it_names_our_own_classes() throws IOException {
        var text = new String(BridgeClass.code(), StandardCharsets.ISO_8859_1);

        assertThat(text).doesNotContain("dev/snag").doesNotContain("dev.snag");
    }

    @Test
    void it_links_to_types_of_java_base_only() throws IOException {
        var types = new TreeSet<String>();
        var collect = new Remapper(Opcodes.ASM9) {
            @Override
            public String map(String type) {
                types.add(type);
                return type;
            }
        };
        new ClassReader(BridgeClass.code()).accept(new ClassRemapper(new ClassVisitor(Opcodes.ASM9) {}, collect), 0);

        types.remove("java/lang/SnagBridge");
        assertThat(types)
                .isNotEmpty()
                .allMatch(type -> Object.class
                        .getModule()
                        .getPackages()
                        .contains(type.substring(0, type.lastIndexOf('/')).replace('/', '.')));
    }

    @Test
    void it_has_no_invokedynamic_and_no_inner_class() throws IOException {
        var found = new TreeSet<String>();
        new ClassReader(BridgeClass.code())
                .accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access, String method, String descriptor, String signature, String[] thrown) {
                                return new MethodVisitor(Opcodes.ASM9) {
                                    @Override
                                    public void visitInvokeDynamicInsn(
                                            String name, String type, Handle bootstrap, Object... arguments) {
                                        found.add(method + " links " + name);
                                    }
                                };
                            }

                            @Override
                            public void visitNestMember(String member) {
                                found.add(member);
                            }
                        },
                        0);

        assertThat(found).isEmpty();
    }

    @Test
    void it_has_what_the_hooks_call_and_what_the_engine_reads() throws IOException {
        assertThat(ClassText.methods(BridgeClass.code()).keySet())
                .contains(
                        "mounted(Ljava/lang/Thread;)V",
                        "unmounted()V",
                        "parking(Ljava/lang/Thread;Ljava/lang/Thread;)V",
                        "parked(Ljava/lang/Thread;)V");
        assertThat(Arrays.stream(Bridge.class.getFields())
                        .map(field -> field.getName() + field.getType().getName()))
                .contains("SHARED[Ljava.lang.Object;");
    }

    @Test
    void its_methods_are_the_templates_own() throws IOException {
        List<String> template = Arrays.stream(Bridge.class.getDeclaredMethods())
                .filter(method -> !method.isSynthetic())
                .map(java.lang.reflect.Method::getName)
                .sorted()
                .toList();

        List<String> copied = ClassText.methods(BridgeClass.code()).keySet().stream()
                .map(method -> method.substring(0, method.indexOf('(')))
                .filter(name -> !name.startsWith("<"))
                .sorted()
                .toList();
        assertThat(copied).isEqualTo(template);
    }

    @Test
    void it_verifies() throws IOException {
        ClassText.verify(BridgeClass.code());
    }

    @Test
    void a_jvm_without_the_agent_has_none() {
        assertThat(BridgeClass.existing()).isNull();
    }
}
