package dev.snag.drivers.run;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The JDKs of this machine, one of each feature version: the running one, those in {@code ~/.jdks} and {@code /usr/lib/jvm}, and
 * what variables like {@code JAVA_HOME_21} name.
 */
public final class Jdks {
    private final TreeMap<Integer, Jdk> found = new TreeMap<>();

    private Jdks() {}

    /** Those that are there. */
    public static Jdks installed() {
        var jdks = new Jdks();
        for (Path home : homes()) {
            read(home).ifPresent(jdk -> jdks.found.putIfAbsent(jdk.feature(), jdk));
        }
        return jdks;
    }

    /** The one of that feature version. */
    public Optional<Jdk> of(int feature) {
        return Optional.ofNullable(found.get(feature));
    }

    private static List<Path> homes() {
        var homes = new ArrayList<Path>();
        homes.add(Path.of(System.getProperty("java.home")));
        homes.addAll(children(Path.of(System.getProperty("user.home"), ".jdks")));
        homes.addAll(children(Path.of("/usr/lib/jvm")));
        System.getenv().forEach((name, value) -> {
            if (name.matches("(JAVA|JDK).*_?HOME.*") && !value.isBlank()) {
                homes.add(Path.of(value));
            }
        });
        return homes;
    }

    private static List<Path> children(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Jdk> read(Path home) {
        Path release = home.resolve("release");
        if (!Files.isRegularFile(release)
                || !Files.isExecutable(home.resolve("bin").resolve("java"))) {
            return Optional.empty();
        }
        var properties = new Properties();
        try (Reader text = Files.newBufferedReader(release)) {
            properties.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + release, e);
        }
        String version = properties.getProperty("JAVA_VERSION", "").replace("\"", "");
        String numbers = version.startsWith("1.") ? version.substring(2, 3) : version.replaceAll("[^0-9.].*$", "");
        return numbers.isEmpty()
                ? Optional.empty()
                : Optional.of(new Jdk(Runtime.Version.parse(numbers).feature(), version, home));
    }
}
