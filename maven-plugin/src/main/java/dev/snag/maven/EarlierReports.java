package dev.snag.maven;

import dev.snag.findings.check.FoundFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** What earlier builds left in a folder of reports: the agent adds to a file that is there, so a snag that was mended would stay. */
final class EarlierReports {

    private EarlierReports() {}

    /**
     * Deletes each {@code snags.jsonl} that was last written before this build began. Later ones are of other modules of the
     * same build.
     *
     * @return how many
     * @throws IOException where one cannot be deleted
     */
    static int delete(Path folder, Instant buildStart) throws IOException {
        int deleted = 0;
        for (Path file : Files.isDirectory(folder) ? FoundFiles.in(List.of(folder)) : List.<Path>of()) {
            if (Files.getLastModifiedTime(file).toInstant().isBefore(buildStart)) {
                Files.delete(file);
                deleted++;
            }
        }
        return deleted;
    }
}
