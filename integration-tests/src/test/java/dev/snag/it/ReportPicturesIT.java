package dev.snag.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Takes the pictures of docs/report.md anew: {@code -Dsnag.pictures=../docs}, from the folder of this module. That of the sample
 * is of what the demonstration has left in {@code samples/target/snag}.
 */
@EnabledIfSystemProperty(named = "snag.pictures", matches = ".+")
class ReportPicturesIT {

    private static final Path FOLDER = Folders.of("pictures");
    private static final Path SAMPLE = Path.of("../samples/target/snag");
    private static final int MOST_BYTES = 150_000;

    private static Path page(Path report) throws IOException, InterruptedException {
        Path page = FOLDER.resolve(report.getFileName() + ".html");
        Outcome command = Forked.in(FOLDER.resolve(report.getFileName() + "-command"))
                .arguments(InstalledJdks.all().getFirst().tool("java"), "-jar", Shipped.agentJar())
                .arguments("report", "--output", page, report.toAbsolutePath())
                .run();
        assertThat(command.status()).as(command::described).isZero();
        return page;
    }

    private static void taken(Path page, String name, int width, int most) throws IOException {
        Path folder = Path.of(System.getProperty("snag.pictures"));
        try (Browser browser = Browser.at(page, folder, FOLDER)) {
            browser.size(width, width);
            browser.driver().navigate().refresh();
            browser.picture(name, most);
            assertThat(browser.complaints()).isEmpty();
        }
        FewColours.in(folder.resolve(name + ".png"));
        assertThat(Files.size(folder.resolve(name + ".png"))).isLessThan(MOST_BYTES);
    }

    private static Path copyWithoutPathsOfThisMachine(Path folder) throws IOException {
        Path root = Path.of("..").toRealPath();
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("snags.jsonl"),
                Files.readString(SAMPLE.resolve("snags.jsonl")).replace(root + "/", ""));
        return folder;
    }

    @Test
    void of_the_sample() throws IOException, InterruptedException {
        Browser.mustBeInstalled();
        assertThat(SAMPLE.resolve("snags.jsonl"))
                .as("what the demonstration leaves: mvn -DskipTests -Pdemo verify")
                .exists();
        Path page = page(copyWithoutPathsOfThisMachine(FOLDER.resolve("sample")));
        taken(page, "report-sample-wide", 1280, 1_600);
        taken(page, "report-sample-narrow", 400, 1_600);
    }

    @Test
    void of_ten_thousand_occurrences() throws IOException, InterruptedException {
        Browser.mustBeInstalled();
        SampleRun.of(FOLDER.resolve("many"), 10_000, 60, 2);
        Path page = page(FOLDER.resolve("many"));
        taken(page, "report-many-wide", 1280, 1_600);
        taken(page, "report-many-narrow", 400, 1_600);
    }
}
