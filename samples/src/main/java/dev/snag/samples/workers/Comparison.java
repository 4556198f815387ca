package dev.snag.samples.workers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Runs each type of worker under the same load, one after the other, and writes what came of it as text, JSON and a picture. */
public final class Comparison {

    private static final Duration WARM_UP = Duration.ofSeconds(4);
    private static final Duration LONGEST = Duration.ofMinutes(8);
    private static final int BURST = 2_000;
    private static final int BURST_MILLIS = 60_000;
    private static final int TOOK_TOO_LONG = 3;

    private final ComparisonOptions options;
    private final int processors = Runtime.getRuntime().availableProcessors();

    private Comparison(ComparisonOptions options) {
        this.options = options;
    }

    /** Runs it; the status is 2 for wrong use, 1 where it failed and 3 where it took too long. */
    public static void main(String[] arguments) throws Exception {
        Thread.ofPlatform().name("hard-limit").daemon().start(Comparison::limit);
        try {
            new Comparison(ComparisonOptions.parse(Path.of(System.getProperty("user.home")), arguments)).run();
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(2);
        } catch (IOException | SQLException failed) {
            System.err.println("Comparison: " + failed.getMessage());
            System.exit(1);
        }
    }

    private static void limit() {
        try {
            Thread.sleep(LONGEST);
            System.err.println("Comparison: not done after " + LONGEST.toMinutes() + " min, given up");
            System.exit(TOOK_TOO_LONG);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() throws Exception {
        Client.setUp(options.clients());
        Path folder = options.target().resolve("workers");
        makeEmpty(folder);
        var rows = new ArrayList<Row>();
        String server;
        try (Database database =
                Database.start(Files.createDirectories(options.target().resolve("postgres")))) {
            server = "PostgreSQL " + database.version() + ", max_connections " + Database.MOST_CONNECTIONS;
            say(server + "; " + options.clients() + " clients, " + processors + " processors");
            for (WorkerType type : options.types()) {
                if (type.laterJdk() && options.laterJdk().isEmpty()) {
                    say("left out: " + type.title() + ", as there is no JDK 25; name one with --later-jdk");
                } else {
                    say("   " + type.title() + " (" + type.setting() + ")");
                    rows.add(row(type, database, folder.resolve(type.key())));
                }
            }
        }
        var run = new Run(
                LocalDate.now(Clock.systemDefaultZone()),
                processors,
                server,
                options.clients(),
                options.window(),
                rows);
        say("");
        say(Tables.text(run));
        Files.writeString(folder.resolve("worker-types.txt"), Tables.text(run));
        Files.writeString(folder.resolve("worker-types.json"), Tables.json(run));
        Files.writeString(folder.resolve("worker-types.svg"), Picture.of(run));
        say("text, JSON and picture: " + folder);
        if (options.page().isPresent()) {
            Page.quote(options.page().get(), run);
            say("quoted in " + options.page().get());
        }
    }

    private Row row(WorkerType type, Database database, Path folder) throws Exception {
        database.awaitNobody();
        List<ServiceProcess> services = new ArrayList<>();
        Row measured;
        try (DatabaseWatch watch = DatabaseWatch.start(database)) {
            for (int i = 0; i < type.processes(); i++) {
                Path report = folder.resolve("service-" + i);
                services.add(ServiceProcess.start(Launch.command(type, options, database.url(), report), report));
            }
            for (ServiceProcess service : services) {
                service.await();
            }
            measured = measure(type, services, watch);
        } finally {
            services.forEach(ServiceProcess::close);
        }
        return withFound(measured, Found.in(folder).text());
    }

    private Row measure(WorkerType type, List<ServiceProcess> services, DatabaseWatch watch) throws Exception {
        var front = new Front(services.stream().map(ServiceProcess::url).toList());
        var cpu = new Duration[2];
        var resident = new long[1];
        Numbers numbers = new Pressure(front, options.clients())
                .run(WARM_UP, options.window(), () -> cpu[0] = cpu(services), () -> {
                    cpu[1] = cpu(services);
                    for (ServiceProcess service : services) {
                        resident[0] += service.resident();
                    }
                });
        DatabaseWatch.Seen seen = watch.seen();
        Burst.Outcome burst = type.pool() > 0
                ? null
                : Burst.Outcome.read(Client.text(services.getFirst().url().resolve("/burst?" + BURST), BURST_MILLIS));
        double used = cpu[1].minus(cpu[0]).toNanos();
        return new Row(
                type,
                services.getFirst().jdk(),
                numbers,
                100 * used / options.window().toNanos() / processors,
                resident[0],
                seen.mostOpen(),
                seen.meanActive(),
                "",
                burst);
    }

    private static Row withFound(Row row, String found) {
        return new Row(
                row.type(),
                row.jdk(),
                row.numbers(),
                row.cpuPercent(),
                row.residentBytes(),
                row.mostOpen(),
                row.meanActive(),
                found,
                row.burst());
    }

    private static Duration cpu(List<ServiceProcess> services) {
        return services.stream().map(ServiceProcess::cpu).reduce(Duration.ZERO, Duration::plus);
    }

    private static void makeEmpty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        Files.createDirectories(folder);
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
