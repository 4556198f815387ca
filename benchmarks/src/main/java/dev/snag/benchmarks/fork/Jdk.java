package dev.snag.benchmarks.fork;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * An installed JDK.
 *
 * @param feature its feature release, e.g. 25
 * @param version vendor and full version, from its {@code release} file
 */
public record Jdk(Path home, int feature, String version) {

    /** Reads the {@code release} file of the JDK at {@code home}. */
    public static Jdk at(Path home) {
        Path release = home.resolve("release");
        Properties said = new Properties();
        try (Reader reader = Files.newBufferedReader(release)) {
            said.load(reader);
        } catch (IOException e) {
            throw new BenchmarkFailed("No JDK at " + home + ": cannot read " + release, e);
        }
        String version = unquoted(said.getProperty("JAVA_RUNTIME_VERSION", said.getProperty("JAVA_VERSION", "?")));
        int feature = Runtime.Version.parse(unquoted(said.getProperty("JAVA_VERSION")))
                .feature();
        return new Jdk(home, feature, unquoted(said.getProperty("IMPLEMENTOR", "")) + " " + version);
    }

    /** The JDKs from 21 on in {@code ~/.jdks}, oldest first; the one that runs this program where there is none. */
    public static List<Jdk> installed() {
        Path folder = Path.of(System.getProperty("user.home"), ".jdks");
        if (Files.isDirectory(folder)) {
            try (Stream<Path> homes = Files.list(folder)) {
                List<Jdk> found = homes.filter(home -> Files.isExecutable(home.resolve("bin/java")))
                        .map(Jdk::at)
                        .filter(jdk -> jdk.feature >= 21)
                        .sorted(Comparator.comparingInt(Jdk::feature))
                        .toList();
                if (!found.isEmpty()) {
                    return found;
                }
            } catch (IOException e) {
                throw new BenchmarkFailed("Cannot list " + folder, e);
            }
        }
        return List.of(at(Path.of(System.getProperty("java.home"))));
    }

    public Path java() {
        return home.resolve("bin").resolve("java");
    }

    /** The feature release, as tables name it. */
    public String label() {
        return Integer.toString(feature);
    }

    private static String unquoted(String value) {
        return value.replace("\"", "");
    }
}
