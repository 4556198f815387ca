package dev.snag.drivers.run;

import dev.snag.drivers.catalogue.Row;
import dev.snag.drivers.result.Observed;
import dev.snag.drivers.workload.Marker;
import dev.snag.drivers.workload.Trial;
import dev.snag.drivers.workload.WorkloadMain;
import dev.snag.findings.End;
import dev.snag.findings.Occurrence;
import dev.snag.findings.jsonl.JsonlReader;
import dev.snag.findings.jsonl.LatestLines;
import dev.snag.findings.jsonl.Line;
import dev.snag.findings.jsonl.Lines;
import dev.snag.jdks.Jdk;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One row on one JDK, in a JVM of its own that the agent watches.
 *
 * <p>It has two carriers, as in a small container, and the JDK may add more where it compensates, as by default.
 */
final class WatchedRun {
    static final int CARRIERS = 2;

    /** What a phase has before it is said to stand still; SQLite's waiters give up after 5 s by themselves. */
    private static final Duration PHASE = Duration.ofSeconds(12);

    /** What the JVM has from one marker to the next, its start and its end included; only a workload that is broken needs more. */
    private static final Duration PATIENCE = PHASE.plusSeconds(30);

    private static final String REPORT = "report";

    private final Row row;
    private final Jdk jdk;
    private final Path agent;
    private final List<Path> classPath;
    private final Map<String, String> facts;
    private final Path folder;

    /**
     * To be run.
     *
     * @param facts what names in braces in the row's parameters stand for
     * @param folder of its own, empty
     */
    WatchedRun(Row row, Jdk jdk, Path agent, List<Path> classPath, Map<String, String> facts, Path folder) {
        this.row = row;
        this.jdk = jdk;
        this.agent = agent;
        this.classPath = classPath;
        this.facts = new HashMap<>(facts);
        this.facts.put("folder", folder.toString());
        this.folder = folder;
    }

    /** Runs it to its end, which comes in bounded time. */
    Observed run() throws IOException, InterruptedException {
        var markers = new ArrayList<Marker>();
        boolean ended;
        int status;
        try (JvmProcess jvm = JvmProcess.start(command(), folder, folder.resolve("output.txt"))) {
            Optional<Marker> marker = jvm.next(PATIENCE);
            while (marker.isPresent()) {
                markers.add(marker.get());
                marker = jvm.next(PATIENCE);
            }
            ended = jvm.ends(Duration.ofSeconds(1));
            status = ended ? jvm.exitStatus() : 0;
        }
        return observed(markers, status == Trial.STANDS_STILL || !ended);
    }

    private Observed observed(List<Marker> markers, boolean stoodStill) throws IOException {
        var found = new ArrayList<Occurrence>();
        boolean alive = false;
        Path report = folder.resolve(REPORT).resolve("snags.jsonl");
        if (Files.isRegularFile(report)) {
            try (Lines lines = new LatestLines(JsonlReader.open(report))) {
                for (Line line : (Iterable<Line>) lines.stream()::iterator) {
                    if (line instanceof Line.Read read && read.entry() instanceof Occurrence occurrence) {
                        found.add(occurrence);
                    }
                    alive |= line instanceof Line.Read read && read.entry() instanceof End end && end.alive();
                }
            }
        }
        // Where nothing ends any more neither may the agent's report.
        return new Observed(markers, found, alive || stoodStill && !found.isEmpty());
    }

    private List<String> command() {
        var command = new ArrayList<String>();
        command.add(jdk.java().toString());
        command.add("-Xmx512m");
        command.add("-Djdk.virtualThreadScheduler.parallelism=" + CARRIERS);
        // Some libraries load others of their own, which JDK 24 and later warn of.
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-javaagent:" + agent + "=report=" + escaped(folder.resolve(REPORT))
                + ",max-blocking-time=100ms,log=file:" + escaped(folder.resolve("snag.txt")));
        row.jvmOptions().forEach(option -> command.add(expanded(option)));
        // The library first: what the lab's own jar brings along must not stand before its own.
        String path = Stream.concat(classPath.stream(), Stream.of(LabFolders.ownClasses()))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        command.addAll(List.of("-classpath", path, WorkloadMain.class.getName(), row.workload()));
        command.add(String.valueOf(PHASE.toSeconds()));
        row.parameters().forEach((name, value) -> command.add(name + "=" + expanded(value)));
        return command;
    }

    /** A comma ends an option of the agent, unless it is escaped. */
    private static String escaped(Path path) {
        return path.toString().replace(",", "\\,");
    }

    private String expanded(String text) {
        String expanded = text;
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            expanded = expanded.replace("{" + fact.getKey() + "}", fact.getValue());
        }
        return expanded;
    }
}
