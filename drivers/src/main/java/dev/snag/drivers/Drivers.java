package dev.snag.drivers;

import dev.snag.drivers.catalogue.Catalogue;
import dev.snag.drivers.catalogue.Row;
import dev.snag.drivers.result.Evidence;
import dev.snag.drivers.result.Outcome;
import dev.snag.drivers.result.Results;
import dev.snag.drivers.run.LabFolders;
import dev.snag.drivers.run.Laboratory;
import dev.snag.drivers.run.Maven;
import dev.snag.drivers.table.DriversTable;
import dev.snag.jdks.Jdks;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command line of the lab. */
@Command(
        name = "lab",
        mixinStandardHelpOptions = true,
        description = "Runs drivers, pools and clients on virtual threads against their real servers, watched by Snag.")
public final class Drivers {
    private static final int FINE = 0;
    private static final int LEFT_OUT = 1;
    private static final int WRONG_USE = 2;

    private final Catalogue catalogue = Catalogue.shipped();
    private final PrintStream out = System.out;

    private Drivers() {}

    public static void main(String[] arguments) {
        var commands = new CommandLine(new Drivers());
        commands.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof IllegalArgumentException) {
                System.err.println("lab: " + failure.getMessage());
                return WRONG_USE;
            }
            throw failure;
        });
        System.exit(commands.execute(arguments));
    }

    /** What there is to be run. */
    @Command(name = "list", description = "Lists all rows: library, release, and the server that it needs.")
    int list() {
        for (Row row : catalogue.rows()) {
            out.printf(
                    "%-34s %-28s %s%s%n",
                    row.key(),
                    row.library().title(),
                    row.server().map(server -> "server " + server).orElse(""),
                    row.library().quick() ? "  quick" : "");
        }
        return FINE;
    }

    /** Runs rows. */
    @Command(name = "run", description = "Runs rows, and keeps what came of them for the table.")
    int run(
            @Parameters(
                            arity = "0..*",
                            paramLabel = "ROW",
                            description = "A row, or a library for all its releases; none for all.")
                    List<String> names,
            @Option(names = "--jdk", split = ",", defaultValue = "21,25,27", description = "Default: ${DEFAULT-VALUE}.")
                    List<Integer> jdks,
            @Option(names = "--quick", description = "Only the rows that continuous integration runs.") boolean quick,
            @Option(names = "--agent", description = "The agent's jar; default: that of this build.") Path agent,
            @Option(names = "--work", description = "The lab's own files; default: the folder 'lab' beside its jar.")
                    Path work,
            @Option(names = "--maven", defaultValue = "mvn", description = "The Maven that finds class paths.")
                    String maven)
            throws IOException, InterruptedException {
        List<Row> rows = rows(names, quick);
        var folders = new LabFolders(work == null ? defaultWork() : work);
        Files.createDirectories(folders.work());
        var leftOut = new ArrayList<Outcome>();
        var laboratory = new Laboratory(catalogue, folders, agent(agent), Jdks.installed(), new Maven(List.of(maven)));
        laboratory.run(rows, jdks, outcome -> {
            say(outcome);
            keep(outcome, folders.results());
            if (!outcome.isMeasured()) {
                leftOut.add(outcome);
            }
        });
        if (!leftOut.isEmpty()) {
            out.println(
                    "Left out: " + leftOut.size() + " of " + rows.size() * jdks.size() + ", for the reasons above.");
        }
        return leftOut.isEmpty() ? FINE : LEFT_OUT;
    }

    /** Makes the table. */
    @Command(name = "table", description = "Adds what was run to drivers.json, and makes drivers.md of it.")
    int table(
            @Option(names = "--docs", description = "The folder of both; default: 'docs' of this source tree.")
                    Path docs,
            @Option(names = "--work", description = "The lab's own files; default: the folder 'lab' beside its jar.")
                    Path work)
            throws IOException {
        Path folder = docs == null ? beside("../../docs") : docs;
        Results all = Results.read(folder.resolve("drivers.json"));
        Results.read(new LabFolders(work == null ? defaultWork() : work).results())
                .all()
                .forEach(all::add);
        all.write(folder.resolve("drivers.json"), keys());
        Files.writeString(folder.resolve("drivers.md"), DriversTable.of(catalogue, all.all()));
        out.println(folder.resolve("drivers.md").normalize() + ": " + all.all().size() + " outcomes");
        return FINE;
    }

    private List<Row> rows(List<String> names, boolean quick) {
        Set<Row> rows = new LinkedHashSet<>();
        if (names == null || names.isEmpty()) {
            rows.addAll(catalogue.rows());
        } else {
            names.forEach(name -> rows.addAll(catalogue.named(name)));
        }
        return rows.stream().filter(row -> !quick || row.library().quick()).toList();
    }

    private List<String> keys() {
        return catalogue.rows().stream().map(Row::key).toList();
    }

    /** At once, so that a run that is broken off loses none. */
    private void keep(Outcome outcome, Path file) {
        try {
            Results results = Results.read(file);
            results.add(outcome);
            results.write(file, keys());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the outcome in " + file, e);
        }
    }

    private void say(Outcome outcome) {
        String verdict = outcome.isMeasured() ? outcome.verdict().toString() : "left out: " + outcome.failure();
        out.printf(
                Locale.ROOT,
                "%-28s JDK %d  %s%s  (%.1f s)%n",
                outcome.row(),
                outcome.jdk(),
                verdict,
                outcome.failures().map(failures -> ", " + failures).orElse(""),
                outcome.seconds());
        for (Evidence evidence : outcome.allEvidence()) {
            out.printf(
                    Locale.ROOT,
                    "    %s in %s, %d times up to %.0f ms, %s%n",
                    evidence.name(),
                    evidence.phase(),
                    evidence.count(),
                    evidence.longestMs(),
                    evidence.culprit());
        }
        out.flush();
    }

    private static Path agent(Path given) {
        Path agent = given == null ? beside("../../agent/target/snag.jar") : given;
        if (!Files.isRegularFile(agent)) {
            throw new IllegalArgumentException("there is no agent at " + agent.normalize()
                    + "; build it with `mvn -DskipTests -pl agent -am package`, or name" + " it with --agent");
        }
        return agent;
    }

    private static Path defaultWork() {
        return beside("lab");
    }

    /** As seen from the folder of the lab's own jar, or of its classes. */
    private static Path beside(String path) {
        return LabFolders.ownClasses().getParent().resolve(path).normalize();
    }
}
