package dev.snag.samples.workers;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The command that starts the service as a type of worker. */
final class Launch {

    /** Connections of virtual threads to one destination that are fine, above those of each pool here. */
    static final int CONNECTIONS_LIMIT = 50;

    /** Less than a query takes: who keeps its carrier meanwhile is told. */
    static final String THRESHOLD = "40ms";

    /** As many as a small container has; said, so that it is the same on each machine. */
    private static final int CARRIERS = 2;

    private Launch() {}

    /**
     * The command.
     *
     * @param report folder of the agent's report
     */
    static List<String> command(WorkerType type, ComparisonOptions options, String url, Path report) {
        Path jdk = type.laterJdk() ? options.laterJdk().orElseThrow() : options.jdk();
        var command = new ArrayList<String>();
        command.add(jdk.resolve("bin").resolve("java").toString());
        command.add("-javaagent:" + options.agent() + "=max-blocking-time=" + THRESHOLD + ",max-connections="
                + CONNECTIONS_LIMIT + ",report=" + report.toString().replace(",", "\\,"));
        command.add("-Djdk.virtualThreadScheduler.parallelism=" + CARRIERS);
        if (type.processes() > 1) {
            command.addAll(List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        } else {
            command.add("-Xmx512m");
        }
        command.addAll(List.of(
                "-cp",
                classPath(System.getProperty("java.class.path"), type.friendlyDriver() ? null : options.driver()),
                SlowService.class.getName(),
                url,
                String.valueOf(type.threads()),
                String.valueOf(type.pool())));
        return command;
    }

    /** Ours, with another driver in the place of the one that is there; null keeps that. */
    static String classPath(String own, Path driver) {
        if (driver == null) {
            return own;
        }
        Stream<String> others = Stream.of(own.split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).getFileName().toString().matches("postgresql-\\d.*\\.jar"));
        return Stream.concat(Stream.of(driver.toString()), others).collect(Collectors.joining(File.pathSeparator));
    }
}
