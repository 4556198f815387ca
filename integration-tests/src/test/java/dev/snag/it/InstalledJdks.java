package dev.snag.it;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The JDKs of this machine, one of each feature version, by their {@code release} files.
 *
 * <p>Homes are those of {@code -Dsnag.jdk.homes} or {@code SNAG_JDKS} (a path list), or else the running one, those in
 * {@code ~/.jdks} and {@code /usr/lib/jvm}, and what variables like {@code JAVA_HOME_21} name.
 */
final class InstalledJdks {
    private static final int OLDEST = 21;
    private static final List<Integer> MATRIX = List.of(21, 25, 26, 27);

    private static final TreeMap<Integer, Jdk> FOUND = find();

    private InstalledJdks() {}

    /** All from 21 on, oldest first. */
    static List<Jdk> all() {
        return FOUND.values().stream().filter(jdk -> jdk.feature() >= OLDEST).toList();
    }

    /** One that is older than 21 and runs class files of release 11. */
    static Optional<Jdk> tooOld() {
        return FOUND.values().stream()
                .filter(jdk -> jdk.feature() >= 11 && jdk.feature() < OLDEST)
                .findFirst();
    }

    /**
     * Those to run on, by {@code -Dsnag.jdks}: {@code all}, a list like {@code 21,27}, or by default the oldest and
     * newest with long-term support, or the oldest and newest where there are none.
     */
    static List<Jdk> chosen() {
        String choice = System.getProperty("snag.jdks", "default");
        if (choice.equals("all")) {
            return all();
        }
        if (!choice.equals("default")) {
            List<String> wanted = List.of(choice.split(","));
            return all().stream()
                    .filter(jdk -> wanted.contains(String.valueOf(jdk.feature())))
                    .toList();
        }
        List<Jdk> longTerm = all().stream().filter(Jdk::isLongTerm).toList();
        List<Jdk> from = longTerm.isEmpty() ? all() : longTerm;
        return Stream.of(from.get(0), from.get(from.size() - 1)).distinct().toList();
    }

    /** One sentence on what the tests ran on and what was not there. */
    static String account() {
        List<Integer> lacked =
                MATRIX.stream().filter(feature -> !FOUND.containsKey(feature)).toList();
        List<Integer> left = all().stream()
                .filter(jdk -> !chosen().contains(jdk))
                .map(Jdk::feature)
                .toList();
        return "ran on JDK " + chosen().stream().map(Jdk::feature).toList()
                + (left.isEmpty() ? "" : ", there but not asked for (-Dsnag.jdks=all): " + left)
                + (lacked.isEmpty() ? "" : ", not found: " + lacked);
    }

    private static TreeMap<Integer, Jdk> find() {
        var found = new TreeMap<Integer, Jdk>();
        for (Path home : homes()) {
            feature(home).ifPresent(feature -> found.putIfAbsent(feature, new Jdk(feature, home)));
        }
        return found;
    }

    private static List<Path> homes() {
        String given = System.getProperty("snag.jdk.homes", System.getenv("SNAG_JDKS"));
        if (given != null && !given.isBlank()) {
            return Stream.of(given.split(File.pathSeparator)).map(Path::of).toList();
        }
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
            return children.sorted(Comparator.naturalOrder()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Integer> feature(Path home) {
        Path release = home.resolve("release");
        if (!Files.isRegularFile(release) || !Files.isExecutable(home.resolve("bin/javac"))) {
            return Optional.empty();
        }
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(release)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + release, e);
        }
        String version = properties.getProperty("JAVA_VERSION", "").replace("\"", "");
        return version.isEmpty()
                ? Optional.empty()
                : Optional.of(Runtime.Version.parse(clean(version)).feature());
    }

    /** Debian's {@code 26.0.2.1} is fine, {@code 1.8.0_392} is not of the scheme. */
    private static String clean(String version) {
        return version.startsWith("1.") ? version.substring(2, 3) : version.replaceAll("[^0-9.].*$", "");
    }
}
