package dev.snag.agent.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LauncherStopTest {

    private static final String EXIT = "    BIPUSH 2\n    INVOKESTATIC java/lang/System.exit (I)V\n";

    static List<JdkClasses> jdks() {
        return JdkClasses.all();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void the_launchers_search_for_the_main_class_begins_with_an_exit(JdkClasses jdk) throws IOException {
        byte[] code = jdk.code(LauncherStop.LAUNCHER);
        byte[] woven = new LauncherStop().weave(code);
        Map<String, String> before = ClassText.methods(code);
        Map<String, String> after = ClassText.methods(woven);

        List<String> differ = before.keySet().stream()
                .filter(method -> !before.get(method).equals(after.get(method)))
                .toList();
        assertThat(differ).singleElement().asString().startsWith(LauncherStop.METHOD + "(");
        assertThat(after.get(differ.getFirst())).contains(EXIT);
        assertThat(after.get(differ.getFirst()).strip()).startsWith(EXIT.strip());
        ClassText.verify(woven);
    }

    @Test
    void other_classes_are_left_alone() {
        assertThat(new LauncherStop().transform(null, null, "sun/launcher/Other", null, null, null))
                .isNull();
        assertThat(new LauncherStop().transform(null, null, null, null, null, null))
                .isNull();
    }
}
