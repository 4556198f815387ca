package dev.snag.benchmarks.fork;

import dev.snag.jdks.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The machine of a measurement.
 *
 * @param memory as the system says it
 * @param load the system's load averages over 1, 5 and 15 minutes when the measurement began
 */
public record Machine(String cpu, int cores, String kernel, String memory, String load) {

    public static Machine thisOne() {
        return new Machine(
                field(Path.of("/proc/cpuinfo"), "model name", ":"),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                field(Path.of("/proc/meminfo"), "MemTotal", ":"),
                loadAverages());
    }

    /** One sentence for a report. */
    public String sentence(List<Jdk> jdks) {
        return cores + " cores of " + cpu + ", " + memory + " of memory, " + kernel + ", load averages at the start "
                + load + "; JDKs: "
                + String.join("; ", jdks.stream().map(Jdk::build).toList()) + ".";
    }

    private static String field(Path file, String name, String separator) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(separator) + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown (" + file + " is not to be read here)";
        }
    }

    private static String loadAverages() {
        try {
            String[] parts = Files.readString(Path.of("/proc/loadavg")).split(" ");
            return parts[0] + " " + parts[1] + " " + parts[2];
        } catch (IOException e) {
            return "unknown (/proc/loadavg is not to be read here)";
        }
    }
}
