package dev.snag.samples.demo;

import dev.snag.samples.load.Load;
import dev.snag.samples.load.LoadTable;
import dev.snag.samples.load.Measured;
import dev.snag.samples.load.Scenario;
import dev.snag.samples.load.Step;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Shows Snag on the worker, from start to end, in less than a minute. */
public final class Demo {
    private static final Duration LONGEST = Duration.ofSeconds(110);

    private final DemoOptions options;
    private final DemoFolders folders;

    private Demo(DemoOptions options) {
        this.options = options;
        this.folders = new DemoFolders(options.target());
    }

    public static void main(String[] arguments) {
        HardLimit.set(LONGEST);
        try {
            DemoOptions options = DemoOptions.parse(arguments);
            Demo demo = new Demo(options);
            demo.folders.makeEmpty();
            if (options.hang()) {
                demo.showHang();
            } else {
                demo.showLoad();
            }
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(2);
        } catch (IOException | SQLException | InterruptedException failed) {
            System.err.println("Demo: " + failed.getMessage());
            System.exit(1);
        }
    }

    private void showLoad() throws IOException, SQLException, InterruptedException {
        say("A small bank's worker, HTTP over PostgreSQL and SQLite, under the same load twice.");
        List<Measured> platform;
        List<Measured> virtual;
        try (Postgres postgres = Postgres.start(folders.postgres())) {
            say("PostgreSQL " + postgres.version() + " is up.");
            say("");
            say("1. On platform threads");
            platform = load(WorkerJvm.plain(folders), "platform", postgres);
            say("2. On virtual threads, " + WorkerJvm.CARRIERS + " carriers"
                    + (options.agent().isPresent() ? ", with -javaagent:snag.jar" : ", without the agent"));
            virtual = load(WorkerJvm.watched(options, folders), "virtual", postgres);
        }
        say("");
        say(LoadTable.of(
                new LoadTable.Side("on platform threads", platform),
                new LoadTable.Side("on virtual threads, " + WorkerJvm.CARRIERS + " carriers", virtual)));
        say(Star.of(platform, virtual, PinnedEvents.read(folders.recording())));
        sayWhatWasFound(Scenario.planted());
        refuseIfCleanOnesFailed(platform);
        refuseIfCleanOnesFailed(virtual);
    }

    private void showHang() throws IOException, SQLException, InterruptedException {
        say("Two requests at once, the first to need a class whose initializer asks the database.");
        Step step = Scenario.firstTwoBranches();
        Measured measured;
        try (Postgres postgres = Postgres.start(folders.postgres());
                WorkerProcess worker = worker(WorkerJvm.watched(options, folders), "virtual", postgres)) {
            Load load = new Load(worker.url());
            load.runAll(Scenario.warmUp());
            measured = load.run(step);
            worker.stop();
        }
        say("");
        say(LoadTable.of(
                new LoadTable.Side("on virtual threads, " + WorkerJvm.CARRIERS + " carriers", List.of(measured))));
        sayWhatWasFound(List.of(step));
    }

    private List<Measured> load(List<String> jvmOptions, String threads, Postgres postgres)
            throws IOException, InterruptedException {
        try (WorkerProcess worker = worker(jvmOptions, threads, postgres)) {
            Load load = new Load(worker.url());
            load.runAll(Scenario.warmUp());
            say("   clean endpoints");
            List<Measured> measured = new ArrayList<>(load.runAll(Scenario.clean()));
            for (Step step : Scenario.planted()) {
                say("   " + step.name() + ": " + step.planted().what());
                measured.add(load.run(step));
            }
            worker.stop();
            return measured;
        }
    }

    private WorkerProcess worker(List<String> jvmOptions, String threads, Postgres postgres) throws IOException {
        return WorkerProcess.start(
                options.java(),
                jvmOptions,
                List.of("--database=" + postgres.url(), "--folder=" + folders.worker(), "--threads=" + threads));
    }

    private void sayWhatWasFound(List<Step> planted) throws IOException {
        if (options.agent().isPresent()) {
            say(FoundSnags.read(folders.report()).beside(planted));
        }
    }

    private static void refuseIfCleanOnesFailed(List<Measured> measured) throws IOException {
        for (Measured one : measured) {
            if (one.step().isClean() && one.failed() > 0) {
                throw new IOException(
                        one.failed() + " requests to " + one.step().name()
                                + ", which is a clean endpoint, have failed; the numbers above are worth nothing");
            }
        }
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
