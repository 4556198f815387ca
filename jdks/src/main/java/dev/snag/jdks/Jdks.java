package dev.snag.jdks;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** JDKs, one of each feature version. */
public final class Jdks {
    private final TreeMap<Integer, Jdk> found = new TreeMap<>();

    private Jdks() {}

    /**
     * Those of this machine: in the folders that {@code -Dsnag.jdk.homes} or {@code SNAG_JDKS} name (a path list), or else the
     * running one, those in {@code ~/.jdks} and {@code /usr/lib/jvm}, and what variables like {@code JAVA_HOME_21} name.
     */
    public static Jdks installed() {
        return among(homes());
    }

    /** Those in these folders; of two of one feature version the first. */
    public static Jdks among(Collection<Path> homes) {
        var jdks = new Jdks();
        for (Path home : homes) {
            Jdk.at(home).ifPresent(jdk -> jdks.found.putIfAbsent(jdk.feature(), jdk));
        }
        return jdks;
    }

    /** All of that feature version or a later one, oldest first. */
    public List<Jdk> from(int feature) {
        return List.copyOf(found.tailMap(feature).values());
    }

    /** All between these two feature versions, the second one left out, oldest first. */
    public List<Jdk> between(int from, int before) {
        return List.copyOf(found.subMap(from, before).values());
    }

    /** The one of that feature version. */
    public Optional<Jdk> of(int feature) {
        return Optional.ofNullable(found.get(feature));
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
            return children.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
