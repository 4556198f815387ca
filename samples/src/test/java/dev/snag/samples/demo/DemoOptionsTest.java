package dev.snag.samples.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoOptionsTest {

    @Test
    void without_a_jdk_of_its_own_the_worker_runs_on_that_of_the_demo() {
        DemoOptions options = DemoOptions.parse("--without-agent", "--jdk=");

        assertThat(options.java()).isEqualTo(Path.of(System.getProperty("java.home"), "bin", "java"));
        assertThat(options.agent()).isEmpty();
        assertThat(options.hang()).isFalse();
        assertThat(DemoOptions.parse("--without-agent", "--hang").hang()).isTrue();
    }

    @Test
    void the_agent_that_is_there_is_taken(@TempDir Path folder) throws Exception {
        Path jar = Files.createFile(folder.resolve("snag.jar"));

        assertThat(DemoOptions.parse("--agent=" + jar).agent()).contains(jar);
    }

    @Test
    void an_agent_that_is_not_there_stops_the_demo_with_advice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DemoOptions.parse("--agent=nowhere.jar"))
                .withMessage("Demo: there is no agent at nowhere.jar; build it with `mvn -DskipTests package`,"
                        + " or see the plain numbers with --without-agent");
    }

    @Test
    void a_jdk_that_is_not_there_and_an_unknown_option_are_named() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DemoOptions.parse("--without-agent", "--jdk=nowhere"))
                .withMessageStartingWith("Demo: there is no JDK at nowhere: ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DemoOptions.parse("--wthout-agent"))
                .withMessage("Demo: unknown option --wthout-agent; " + DemoOptions.USAGE);
    }
}
