package dev.snag.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.jdks.Jdk;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** On a JDK without virtual threads the agent says so in one line, and the program runs as it would. */
class TooOldJdkIT {
    @Test
    void an_older_jdk_is_told_and_left_alone() throws Exception {
        Jdk old = InstalledJdks.tooOld().orElse(null);
        Assumptions.assumeTrue(old != null, "no JDK from 11 to 20 is installed");
        Forked forked = Stage.of(old, TooOldJdkIT.class, "program").java("jvm", Shipped.javaAgent("bad option"));
        Path source = Files.writeString(
                Folders.of("TooOldJdkIT", String.valueOf(old.feature()), "program", "Old.java"),
                "public class Old { public static void main(String[] a) { System.out.println(\"ran\"); } }\n");
        Outcome outcome = forked.arguments(source).run();
        assertThat(outcome.status()).as(outcome::described).isZero();
        assertThat(outcome.stdout()).as(outcome::described).isEqualTo("ran\n");
        assertThat(outcome.stderr())
                .as(outcome::described)
                .isEqualTo("snag: needs JDK 21 or newer, which has virtual threads; this is " + old.feature() + " in "
                        + old.home().toRealPath() + ". Nothing is watched\n");
    }

    @Test
    void the_command_line_says_the_same_and_ends_with_2() throws Exception {
        Jdk old = InstalledJdks.tooOld().orElse(null);
        Assumptions.assumeTrue(old != null, "no JDK from 11 to 20 is installed");
        Outcome outcome = Stage.of(old, TooOldJdkIT.class, "command")
                .java("jvm", "-jar", Shipped.agentJar(), "help", "options")
                .run();
        assertThat(outcome.status()).as(outcome::described).isEqualTo(2);
        assertThat(outcome.stdout()).as(outcome::described).isEmpty();
        assertThat(outcome.stderr()).as(outcome::described).startsWith("snag: needs JDK 21 or newer");
    }
}
