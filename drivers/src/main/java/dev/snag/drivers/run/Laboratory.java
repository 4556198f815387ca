package dev.snag.drivers.run;

import dev.snag.drivers.catalogue.Catalogue;
import dev.snag.drivers.catalogue.Row;
import dev.snag.drivers.catalogue.ServerSpec;
import dev.snag.drivers.result.Judge;
import dev.snag.drivers.result.Observed;
import dev.snag.drivers.result.Outcome;
import dev.snag.drivers.result.PhaseOutcome;
import dev.snag.drivers.result.Verdict;
import dev.snag.drivers.result.WorthNothing;
import dev.snag.jdks.Jdk;
import dev.snag.jdks.Jdks;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Runs rows on JDKs, one JVM after the other so that none takes the processors of another. It takes what is there. */
public final class Laboratory {
    private final Catalogue catalogue;
    private final LabFolders folders;
    private final Path agent;
    private final Jdks jdks;
    private final ClassPaths classPaths;

    /** With the agent's jar, and the Maven that finds class paths. */
    public Laboratory(Catalogue catalogue, LabFolders folders, Path agent, Jdks jdks, Maven maven) {
        this.catalogue = catalogue;
        this.folders = folders;
        this.agent = agent.toAbsolutePath().normalize();
        this.jdks = jdks;
        this.classPaths = new ClassPaths(folders.classPaths(), maven);
    }

    /**
     * Runs each of the rows on each of the JDKs.
     *
     * @param features of the JDKs, such as 21; one that is not there makes outcomes that say so
     * @param listener is told each outcome as it comes
     */
    public void run(List<Row> rows, List<Integer> features, Consumer<Outcome> listener)
            throws IOException, InterruptedException {
        classPaths.prepare(requests(rows));
        try (var servers = new RunServers(folders, classPaths, jdks)) {
            for (Row row : rows) {
                for (int feature : features) {
                    listener.accept(run(row, feature, servers));
                }
            }
        }
    }

    private List<ClassPathRequest> requests(List<Row> rows) {
        Set<ClassPathRequest> requests = new LinkedHashSet<>();
        for (Row row : rows) {
            requests.add(ClassPathRequest.of(row));
            server(row).ifPresent(server -> requests.add(ClassPathRequest.of(server)));
        }
        return new ArrayList<>(requests);
    }

    private Optional<ServerSpec> server(Row row) {
        return row.server()
                .map(key -> catalogue
                        .server(key)
                        .orElseThrow(() -> new IllegalStateException(
                                "the row " + row.key() + " needs the server '" + key + "', which no file defines")));
    }

    private Outcome run(Row row, int feature, RunServers servers) throws IOException, InterruptedException {
        Instant begun = Instant.now();
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        Optional<Jdk> jdk = jdks.of(feature);
        try {
            if (jdk.isEmpty()) {
                throw new WorthNothing("JDK " + feature + " is not there");
            }
            List<Path> classPath = classPaths
                    .of(ClassPathRequest.of(row))
                    .orElseThrow(() -> new WorthNothing("Maven could not resolve it; see " + classPaths.log()));
            Map<String, String> facts = facts(row, servers);
            List<PhaseOutcome> phases = repeatable(row, jdk.get(), classPath, facts);
            return outcome(row, jdk.get(), facts.get("title"), Judge.verdict(phases), null, phases, begun, load);
        } catch (WorthNothing nothing) {
            String number = String.valueOf(feature);
            Jdk named = jdk.orElseGet(() -> new Jdk(feature, number, number, Path.of("")));
            return outcome(row, named, null, null, nothing.getMessage(), List.of(), begun, load);
        }
    }

    /**
     * What a library does to the carriers it does each time, and what a busy machine does it does not. So what was found has to
     * be found in a second run, and the milder of the two counts. That something stands still for seconds is proof enough.
     */
    private List<PhaseOutcome> repeatable(Row row, Jdk jdk, List<Path> classPath, Map<String, String> facts)
            throws WorthNothing, IOException, InterruptedException {
        List<PhaseOutcome> first = phases(row, jdk, classPath, facts, folders.run(row.key(), jdk.feature()));
        Verdict verdict = Judge.verdict(first);
        if (verdict == Verdict.FRIENDLY || verdict == Verdict.STANDS_STILL) {
            return first;
        }
        List<PhaseOutcome> second = phases(row, jdk, classPath, facts, folders.secondRun(row.key(), jdk.feature()));
        return Judge.verdict(second).compareTo(verdict) < 0 ? second : first;
    }

    private List<PhaseOutcome> phases(Row row, Jdk jdk, List<Path> classPath, Map<String, String> facts, Path folder)
            throws WorthNothing, IOException, InterruptedException {
        LabFolders.empty(folder);
        Observed observed = new WatchedRun(row, jdk, agent, classPath, facts, folder).run();
        try {
            return Judge.phases(observed, row.jar());
        } catch (WorthNothing nothing) {
            throw new WorthNothing(nothing.getMessage() + " (" + folder + ")");
        }
    }

    private Map<String, String> facts(Row row, RunServers servers)
            throws WorthNothing, IOException, InterruptedException {
        Optional<ServerSpec> spec = server(row);
        if (spec.isEmpty()) {
            return Map.of();
        }
        return switch (servers.need(spec.get())) {
            case RunServers.Up up -> up.facts();
            case RunServers.Down down -> throw new WorthNothing(down.why());
        };
    }

    private static Outcome outcome(
            Row row,
            Jdk jdk,
            String server,
            Verdict verdict,
            String failure,
            List<PhaseOutcome> phases,
            Instant begun,
            double load) {
        return new Outcome(
                row.key(),
                row.artifact().orElse(null),
                row.version(),
                jdk.feature(),
                jdk.version(),
                server,
                verdict,
                failure,
                phases,
                begun.truncatedTo(ChronoUnit.SECONDS).toString(),
                machine(),
                load,
                Optional.ofNullable(Laboratory.class.getPackage().getImplementationVersion())
                        .orElse("of this build"),
                Duration.between(begun, Instant.now()).toMillis() / 1000.0);
    }

    private static String machine() {
        return System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", "
                + Runtime.getRuntime().availableProcessors() + " processors";
    }
}
