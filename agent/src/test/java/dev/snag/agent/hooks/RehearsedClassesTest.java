package dev.snag.agent.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.runtime.jvm.StopTheWorld;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RehearsedClassesTest {

    static List<JdkClasses> jdks() {
        return JdkClasses.all();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void each_jdk_makes_the_account_of_a_collection_with_the_class_that_is_loaded_before(JdkClasses jdk)
            throws Exception {
        assertThat(jdk.code(StopTheWorld.MAKES_GC_INFO.replace('.', '/'))).isNotEmpty();
    }
}
