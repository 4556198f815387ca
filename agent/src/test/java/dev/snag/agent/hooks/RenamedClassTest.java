package dev.snag.agent.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.snag.runtime.bridge.Bridge;
import dev.snag.runtime.bridge.Calls;
import dev.snag.runtime.bridge.Creations;
import dev.snag.runtime.bridge.ExitBridge;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.SimpleRemapper;

class RenamedClassTest {

    private static byte[] code(Class<?> type) throws IOException {
        try (InputStream in = type.getResourceAsStream(type.getSimpleName() + ".class")) {
            return in.readAllBytes();
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {Bridge.class, Calls.class, Creations.class, ExitBridge.class, ClassReader.class})
    void it_is_what_asm_makes_of_it(Class<?> type) throws IOException {
        String name = type.getName().replace('.', '/');
        Map<String, String> names = Map.of(name, "java/lang/Other", "java/lang/Thread", "com/acme/Worker");
        var writer = new ClassWriter(0);
        new ClassReader(code(type)).accept(new ClassRemapper(writer, new SimpleRemapper(Opcodes.ASM9, names)), 0);

        byte[] renamed = RenamedClass.of(code(type), names);

        assertThat(new ClassReader(renamed).getClassName()).isEqualTo("java/lang/Other");
        assertThat(ClassText.methods(renamed)).isEqualTo(ClassText.methods(writer.toByteArray()));
        assertThat(ClassText.withoutMethods(renamed)).isEqualTo(ClassText.withoutMethods(writer.toByteArray()));
    }

    @Test
    void without_names_nothing_changes() throws IOException {
        assertThat(RenamedClass.of(code(Bridge.class), Map.of())).isEqualTo(code(Bridge.class));
    }

    @Test
    void what_is_no_class_file_is_refused() {
        byte[] none = {1, 2, 3, 4, 5, 6, 7, 8, 0, 9, 99};

        assertThatThrownBy(() -> RenamedClass.of(none, Map.of()))
                .isInstanceOf(IOException.class)
                .hasMessage("no class file: a constant of kind 99");
    }
}
