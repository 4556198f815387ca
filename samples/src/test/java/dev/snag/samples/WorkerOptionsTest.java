package dev.snag.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.snag.samples.http.RequestThreads;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class WorkerOptionsTest {

    @Test
    void requests_run_on_virtual_threads_unless_told_otherwise() {
        assertThat(WorkerOptions.parse("--database=jdbc:postgresql:bank?user=a", "--folder=f"))
                .isEqualTo(new WorkerOptions(
                        "jdbc:postgresql:bank?user=a", Path.of("f"), 0, RequestThreads.VIRTUAL, false));
    }

    @Test
    void every_option_is_read() {
        assertThat(WorkerOptions.parse(
                        "--database=d", "--folder=f", "--port=8080", "--threads=platform", "--end-with-parent"))
                .isEqualTo(new WorkerOptions("d", Path.of("f"), 8080, RequestThreads.PLATFORM, true));
    }

    @Test
    void what_makes_no_sense_is_named() {
        refused("--prot=1", "unknown option --prot=1");
        refused("--port=70000", "--port=70000 is not a port");
        refused("--port=", "--port= is not a port");
        refused("--threads=green", "--threads=green is neither virtual nor platform");
        assertThatIllegalArgumentException()
                .isThrownBy(WorkerOptions::parse)
                .withMessageContaining("--database and --folder are needed");
    }

    private static void refused(String option, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WorkerOptions.parse("--database=d", "--folder=f", option))
                .withMessageContaining(why)
                .withMessageContaining(WorkerOptions.USAGE);
    }
}
