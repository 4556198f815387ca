package dev.snag.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.jdks.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Present but disabled, the agent touches nothing. */
class DisabledAgentIT {
    @EachJdk
    void g1_disabled_there_is_no_thread_and_no_transformed_class(Jdk jdk) throws Exception {
        Stage stage = Stage.of(jdk, DisabledAgentIT.class, "disabled");
        Outcome outcome = run(stage, "enabled=false,report=" + stage.reportFolder(), "hold:300");
        assertThat(outcome.status()).as(outcome::described).isZero();
        assertThat(outcome.stdout()).as(outcome::described).isEqualTo("begun\ndid hold:300\nthreads: \nno bridge\n");
        assertThat(outcome.stderr()).as(outcome::described).isEmpty();
        assertThat(redefined(outcome)).isEmpty();
        assertThat(stage.reportFolder()).doesNotExist();
    }

    @EachJdk
    void enabled_there_are(Jdk jdk) throws Exception {
        Outcome outcome = run(Stage.of(jdk, DisabledAgentIT.class, "enabled"), "enabled=true", "settle");
        assertThat(outcome.stdout())
                .as(outcome::described)
                .isEqualTo("begun\ndid settle\nthreads: snag-monitor snag-recorder\nbridge\n");
        assertThat(redefined(outcome)).contains("java.lang.VirtualThread");
    }

    private static Outcome run(Stage stage, String options, String first) throws IOException, InterruptedException {
        return stage.java("jvm", "-Xlog:redefine+class*=info:file=redefined.log:none", Shipped.javaAgent(options))
                .arguments(Programs.puppet(first, "threads", "bridge"))
                .run();
    }

    private static String redefined(Outcome outcome) throws IOException {
        Path log = outcome.folder().resolve("redefined.log");
        return Files.readString(log);
    }
}
