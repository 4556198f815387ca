package dev.snag.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The commands of the snippets in docs/ci.md, run as a shell runs them; what only a build server has is left out. */
class CiSnippetsIT {

    private static final String COMMAND = "java -jar snag.jar ";
    private static final Path DOCUMENT = Path.of("..", "docs", "ci.md");

    private final Path folder = Folders.of("ci-snippets");

    @BeforeEach
    void aProjectWithReports() throws IOException {
        Folders.makeEmpty(folder);
        SampleRun.of(folder.resolve("target/snag"), 30, 3, 1);
        SampleRun.well(folder.resolve("shards/snag-1"));
        SampleRun.of(folder.resolve("shards/snag-2"), 5, 2, 1);
        Files.copy(Shipped.agentJar(), folder.resolve("snag.jar"));
    }

    private static List<String> commands() throws IOException {
        try (Stream<String> lines = Files.lines(DOCUMENT)) {
            return lines.map(line -> line.strip().replaceFirst("^- ", ""))
                    .filter(line -> line.startsWith(COMMAND))
                    .toList();
        }
    }

    private Outcome run(int number, String command) throws IOException, InterruptedException {
        Path java = InstalledJdks.all().getFirst().tool("java");
        return Forked.in(folder.resolve("run-" + number))
                .arguments("bash", "-c", "cd .. && " + command.replaceFirst("^java", java.toString()))
                .environment("GITHUB_STEP_SUMMARY", folder.resolve("summary.md").toString())
                .run();
    }

    @Test
    void each_command_runs_and_ends_as_the_page_says() throws IOException, InterruptedException {
        List<String> commands = commands();
        assertThat(commands).hasSizeGreaterThanOrEqualTo(8);
        for (int i = 0; i < commands.size(); i++) {
            String command = commands.get(i);
            Outcome outcome = run(i, command);
            boolean finds = command.startsWith(COMMAND + "check") && !command.contains("--baseline");
            assertThat(outcome.status()).as(outcome::described).isEqualTo(finds ? 1 : 0);
        }
        assertThat(folder.resolve("target/snag/snags.html")).exists();
        assertThat(folder.resolve("all/snags.html")).exists();
        assertThat(folder.resolve("target/snag.sarif")).content().contains("\"version\": \"2.1.0\"");
        assertThat(folder.resolve("target/snags-gitlab.json")).content().startsWith("[");
        assertThat(folder.resolve("target/snags-junit.xml")).content().contains("<failure ");
        assertThat(folder.resolve("summary.md")).content().startsWith("### :x: Snag: ");
        assertThat(folder.resolve("snags.md")).exists();
    }
}
