package dev.snag.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.jdks.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A hundred megabytes are read in a heap that is far smaller than that, and make a page that a browser opens. */
class HugeReportIT {

    private static final long HUGE = 100L * 1024 * 1024;
    private static final int HOLDS = 90_000;

    @EachJdk
    void a_page_is_made_of_a_hundred_megabytes_in_a_heap_of_96(Jdk jdk) throws IOException, InterruptedException {
        Stage stage = Stage.of(jdk, HugeReportIT.class, "huge");
        Path report = stage.folder().resolve("report");
        SampleRun.Contents contents = SampleRun.of(report, HOLDS, 300, 1);
        assertThat(Files.size(report.resolve("snags.jsonl"))).isGreaterThan(HUGE);

        Outcome run = stage.java("command", "-Xmx96m", "-jar", Shipped.agentJar(), "report", report)
                .run();

        assertThat(run.status()).as(run::described).isZero();
        assertThat(run.stdout()).contains(contents.occurrences() + 1 + " occurrences");
        Path page = report.resolve("snags.html");
        assertThat(Files.size(page)).isLessThan(8L * 1024 * 1024);
        assertThat(Files.readString(page))
                .contains("Drawn are the longest 20,000 holds; left out are 70,001 holds of ")
                .contains("Carriers were held 90,000 times");
        Outcome check = stage.java("check", "-Xmx64m", "-jar", Shipped.agentJar(), "check", report)
                .run();
        assertThat(check.status()).as(check::described).isEqualTo(1);
        Files.delete(report.resolve("snags.jsonl"));
    }
}
