package dev.snag.jdks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdksTest {

    @TempDir
    private Path folder;

    private Path jdk(String name, String... release) throws IOException {
        Path home = folder.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        assertThat(Files.createFile(home.resolve("bin/java")).toFile().setExecutable(true))
                .isTrue();
        Files.write(home.resolve("release"), List.of(release));
        return home;
    }

    @Test
    void the_release_file_tells_which_it_is() throws IOException {
        Path home =
                jdk("a", "IMPLEMENTOR=\"Maker\"", "JAVA_VERSION=\"26.0.2.1\"", "JAVA_RUNTIME_VERSION=\"26.0.2.1+4\"");

        assertThat(Jdk.at(home)).contains(new Jdk(26, "26.0.2.1", "Maker 26.0.2.1+4", home));
    }

    @Test
    void old_and_unfinished_versions_are_understood() throws IOException {
        assertThat(Jdk.at(jdk("old", "JAVA_VERSION=\"1.8.0_392\"")))
                .get()
                .extracting(Jdk::feature)
                .isEqualTo(8);
        assertThat(Jdk.at(jdk("early", "JAVA_VERSION=\"28-ea\"")))
                .get()
                .extracting(Jdk::feature)
                .isEqualTo(28);
    }

    @Test
    void what_is_no_jdk_is_passed_over() throws IOException {
        Path nothing = Files.createDirectory(folder.resolve("nothing"));
        Path unnamed = jdk("unnamed", "MODULES=\"java.base\"");
        Path withoutJava = jdk("without", "JAVA_VERSION=\"21\"");
        Files.delete(withoutJava.resolve("bin/java"));

        assertThat(Jdks.among(List.of(nothing, folder.resolve("absent"), unnamed, withoutJava))
                        .from(0))
                .isEmpty();
    }

    @Test
    void one_of_each_feature_version_in_order() throws IOException {
        Jdks jdks = Jdks.among(List.of(
                jdk("b", "JAVA_VERSION=\"25.0.1\""),
                jdk("c", "JAVA_VERSION=\"21.0.1\""),
                jdk("d", "JAVA_VERSION=\"25.0.3\""),
                jdk("e", "JAVA_VERSION=\"17\"")));

        assertThat(jdks.from(21)).extracting(Jdk::version).containsExactly("21.0.1", "25.0.1");
        assertThat(jdks.between(11, 21)).extracting(Jdk::version).containsExactly("17");
        assertThat(jdks.of(25)).get().extracting(Jdk::version).isEqualTo("25.0.1");
        assertThat(jdks.of(26)).isEmpty();
    }

    @Test
    void the_one_that_runs_this_is_installed() {
        int running = Runtime.version().feature();
        Stream<Integer> features = Jdks.installed().from(0).stream().map(Jdk::feature);

        assertThat(features).contains(running);
        assertThat(Jdks.installed().of(running))
                .get()
                .extracting(Jdk::home)
                .isEqualTo(Path.of(System.getProperty("java.home")));
    }
}
