package dev.snag.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.it.programs.OwnFileSystem;
import dev.snag.it.programs.OwnFileSystemProvider;
import dev.snag.jdks.Jdk;
import java.io.IOException;
import java.util.List;

/** An application that chooses the default file system gets the one that it chose. */
class OwnFileSystemIT {
    private static final String OPTION =
            "-Djava.nio.file.spi.DefaultFileSystemProvider=" + OwnFileSystemProvider.class.getName();

    @EachJdk
    void chosen_in_main(Jdk jdk) throws Exception {
        works(Stage.of(jdk, OwnFileSystemIT.class, "main"), List.of(), "main");
    }

    @EachJdk
    void chosen_on_the_command_line(Jdk jdk) throws Exception {
        works(Stage.of(jdk, OwnFileSystemIT.class, "option"), List.of(OPTION));
    }

    private static void works(Stage stage, List<String> jvmArguments, String... arguments)
            throws IOException, InterruptedException {
        List<String> program = Programs.run(OwnFileSystem.class, arguments);
        Outcome without =
                stage.java("without").arguments(jvmArguments).arguments(program).run();
        assertThat(without.stdout()).as(without::described).startsWith("own\n");
        Outcome with = stage.java("with", stage.reporting())
                .arguments(jvmArguments)
                .arguments(program)
                .run();
        assertThat(with.stdout()).as(with::described).isEqualTo(without.stdout());
        assertThat(with.status()).as(with::described).isZero();
        assertThat(with.stderrOfTheProgram()).as(with::described).isEqualTo(without.stderr());
        assertThat(stage.report().occurrences()).as(with::described).hasSize(1);
    }
}
