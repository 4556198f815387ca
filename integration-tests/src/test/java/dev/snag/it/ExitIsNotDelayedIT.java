package dev.snag.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.jdks.Jdk;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** The JVM ends when the application has ended, whatever the agent is about. */
class ExitIsNotDelayedIT {
    /** The agent takes some seconds at the very most; a machine that is busy takes its own. */
    private static final Duration SOON = Duration.ofSeconds(20);

    @EachJdk
    void g56_main_returns_and_the_process_ends(Jdk jdk) throws Exception {
        Stage stage = Stage.of(jdk, ExitIsNotDelayedIT.class, "plain");
        try (Dialogue jvm = begin(stage, stage.reporting())) {
            jvm.ask("settle");
            endsSoon(jvm);
        }
        assertThat(stage.report().ofType("end")).hasSize(1);
    }

    @EachJdk
    void g56_also_where_the_agent_itself_is_stuck_with_its_file(Jdk jdk) throws Exception {
        Stage stage = Stage.of(jdk, ExitIsNotDelayedIT.class, "stuck");
        Path fifo = stage.folder().resolve("fifo");
        Outcome mkfifo = Forked.in(stage.folder().resolve("mkfifo"))
                .arguments("mkfifo", fifo)
                .run();
        assertThat(mkfifo.status()).as(mkfifo::described).isZero();
        // Nobody reads from it, so that to open it takes for ever.
        try (Dialogue jvm = begin(stage, Shipped.javaAgent("log=file:" + fifo))) {
            jvm.ask("settle");
            assertThat(jvm.ask("hold:1500")).isEqualTo("did hold:1500");
            endsSoon(jvm);
        }
    }

    private static Dialogue begin(Stage stage, String agent) throws IOException, InterruptedException {
        return Dialogue.with(stage.java("jvm", agent).arguments(Programs.puppet()));
    }

    private static void endsSoon(Dialogue jvm) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        assertThat(jvm.end()).isZero();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SOON);
    }
}
