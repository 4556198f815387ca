package dev.snag.samples.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where the demo's files are, all beneath one folder. */
record DemoFolders(Path target) {

    /** Of the agent. */
    Path report() {
        return target.resolve("snag");
    }

    /** Of the worker: its SQLite file and its pipe. */
    Path worker() {
        return target.resolve("demo");
    }

    /** Of PostgreSQL; stays, so that it need not be unpacked again. */
    Path postgres() {
        return target.resolve("postgres");
    }

    /** What the JDK's flight recorder has seen of the worker. */
    Path recording() {
        return worker().resolve("worker.jfr");
    }

    /** Deletes what an earlier run has left. */
    void makeEmpty() throws IOException {
        for (Path folder : List.of(report(), worker())) {
            if (Files.exists(folder)) {
                try (Stream<Path> all = Files.walk(folder)) {
                    for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(path);
                    }
                }
            }
        }
        Files.createDirectories(worker());
        Files.createDirectories(postgres());
    }
}
