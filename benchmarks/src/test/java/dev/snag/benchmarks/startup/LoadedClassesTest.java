package dev.snag.benchmarks.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LoadedClassesTest {
    private static final List<String> LOG = List.of(
            "[0.010s][info][class,load] java.lang.Object source: shared objects file",
            "[0.011s][info][class,load] java.lang.Hidden source: jrt:/java.base",
            "[0.012s][info][class,load] a.Program source: shared objects file (top)",
            "[0.013s][info][class,load] a line of another shape");

    @Test
    void classesAreCountedByTheirSource() {
        assertThat(LoadedClasses.of(LOG, "a.Program")).isEqualTo(new LoadedClasses(3, 2, true));
    }

    @Test
    void aProgramFromItsJarIsNotShared() {
        List<String> log = List.of("[0.012s][info][class,load] a.Program source: file:/hello.jar");

        assertThat(LoadedClasses.of(log, "a.Program")).isEqualTo(new LoadedClasses(1, 0, false));
    }
}
