package dev.snag.drivers.run;

import dev.snag.drivers.catalogue.ServerSpec;
import dev.snag.drivers.server.ServerMain;
import dev.snag.drivers.workload.Marker;
import dev.snag.jdks.Jdk;
import dev.snag.jdks.Jdks;
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

/** The servers of one call of the lab: each is started when the first row needs it, and all are stopped at the end. */
final class RunServers implements AutoCloseable {
    /** Cassandra's first start, and fetching what is not there yet, take their time. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Duration STOP = Duration.ofSeconds(20);

    private final LabFolders folders;
    private final ClassPaths classPaths;
    private final Jdks jdks;
    private final Map<String, Server> known = new HashMap<>();

    RunServers(LabFolders folders, ClassPaths classPaths, Jdks jdks) {
        this.folders = folders;
        this.classPaths = classPaths;
        this.jdks = jdks;
    }

    /** One that runs, or why it does not. */
    sealed interface Server {}

    /**
     * It runs.
     *
     * @param facts what it says of itself: {@code title}, {@code port}, {@code far} and more
     */
    record Up(Map<String, String> facts, JvmProcess process) implements Server {}

    /**
     * It does not.
     *
     * @param why a line for the user
     */
    record Down(String why) implements Server {}

    /** Starts it where it does not run yet. One that could not be started once is not tried again. */
    Server need(ServerSpec spec) throws IOException, InterruptedException {
        Server server = known.get(spec.key());
        if (server == null) {
            server = start(spec);
            known.put(spec.key(), server);
        }
        return server;
    }

    /** Tells all to stop, and kills those that have not soon. */
    @Override
    public void close() throws IOException {
        List<JvmProcess> running = known.values().stream()
                .flatMap(server -> server instanceof Up up ? Stream.of(up.process()) : Stream.empty())
                .toList();
        for (JvmProcess server : running) {
            server.endInput();
        }
        try {
            for (JvmProcess server : running) {
                server.ends(STOP);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        running.forEach(JvmProcess::close);
    }

    private Server start(ServerSpec spec) throws IOException, InterruptedException {
        Optional<List<Path>> classPath = classPaths.of(ClassPathRequest.of(spec));
        if (classPath.isEmpty()) {
            return new Down("Maven could not resolve " + spec.title() + "; see " + classPaths.log());
        }
        Optional<Jdk> jdk = jdks.of(spec.jdk() == 0 ? Runtime.version().feature() : spec.jdk());
        if (jdk.isEmpty()) {
            return new Down(spec.title() + " needs JDK " + spec.jdk() + ", which is not there");
        }
        Path folder = Files.createDirectories(folders.server(spec.key()));
        Path output = folder.resolve("output.txt");
        JvmProcess process = JvmProcess.start(command(spec, jdk.get(), classPath.get(), folder), folder, output);
        return awaited(spec, process, output);
    }

    private static Server awaited(ServerSpec spec, JvmProcess process, Path output) throws InterruptedException {
        var facts = new HashMap<String, String>();
        Optional<Marker> marker = process.next(PATIENCE);
        while (marker.isPresent()) {
            switch (marker.get().what()) {
                case Marker.FACT ->
                    facts.put(
                            marker.get().fields().get(0), marker.get().fields().get(1));
                case Marker.READY -> {
                    return new Up(Map.copyOf(facts), process);
                }
                case Marker.ABSENT -> {
                    process.close();
                    return new Down(spec.title() + " is not to be had: "
                            + marker.get().fields().getFirst());
                }
                default -> throw new IllegalStateException("a server does not say '" + marker.get() + "'");
            }
            marker = process.next(PATIENCE);
        }
        process.close();
        return new Down(spec.title() + " did not start; what it said is in " + output);
    }

    private static List<String> command(ServerSpec spec, Jdk jdk, List<Path> classPath, Path folder) {
        var command = new ArrayList<String>();
        command.add(jdk.java().toString());
        command.addAll(spec.jvmOptions());
        String path = Stream.concat(classPath.stream(), LabFolders.classPathOfServers())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        command.addAll(List.of("-classpath", path, ServerMain.class.getName(), spec.program(), folder.toString()));
        return command;
    }
}
