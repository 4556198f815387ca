package dev.snag.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.jdks.Jdk;
import java.nio.file.Files;
import java.nio.file.Path;

/** The agent works under any name and in any folder. */
class AgentJarElsewhereIT {
    @EachJdk
    void a_jar_of_another_name(Jdk jdk) throws Exception {
        worksFrom(jdk, "renamed", "plain", "watcher-1.0.jar", "C.UTF-8");
    }

    @EachJdk
    void a_folder_with_spaces_and_a_percent_sign(Jdk jdk) throws Exception {
        worksFrom(jdk, "spaces", "my agents 100%20+#", "the snag.jar", "C.UTF-8");
    }

    @EachJdk
    void a_folder_with_letters_beyond_ascii(Jdk jdk) throws Exception {
        worksFrom(jdk, "letters", "Überwachung 線程", "snäg.jar", "C.UTF-8");
    }

    @EachJdk
    void a_folder_with_spaces_where_the_locale_is_c(Jdk jdk) throws Exception {
        worksFrom(jdk, "spaces-c", "my agents", "snag.jar", "C");
    }

    private static void worksFrom(Jdk jdk, String name, String folder, String file, String locale) throws Exception {
        Stage stage = Stage.of(jdk, AgentJarElsewhereIT.class, name);
        Path jar = Files.createDirectory(stage.folder().resolve(folder)).resolve(file);
        Files.copy(Shipped.agentJar(), jar);
        Outcome outcome = stage.java("jvm", "-javaagent:" + jar + "=report=" + stage.reportFolder())
                .arguments(Programs.puppet("settle", "hold:1500"))
                .environment("LC_ALL", locale)
                .run();
        assertThat(outcome.status()).as(outcome::described).isZero();
        assertThat(outcome.stdout()).as(outcome::described).isEqualTo("begun\ndid settle\ndid hold:1500\n");
        assertThat(outcome.stderrOfTheProgram()).as(outcome::described).isEmpty();
        assertThat(stage.report().occurrences()).as(outcome::described).hasSize(1);
    }
}
