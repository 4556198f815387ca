package dev.snag.jdks;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * An installed JDK, as its {@code release} file tells of it.
 *
 * @param feature such as 21
 * @param version such as {@code 21.0.13}
 * @param build vendor and full version, such as {@code Debian 21.0.13+9-1}
 */
public record Jdk(int feature, String version, String build, Path home) {

    /**
     * The one in that folder; none where there is no {@code java} or no file {@code release} that names a version.
     *
     * @throws UncheckedIOException where that file cannot be read
     */
    public static Optional<Jdk> at(Path home) {
        Path release = home.resolve("release");
        if (!Files.isRegularFile(release) || !Files.isExecutable(tool(home, "java"))) {
            return Optional.empty();
        }
        var said = new Properties();
        try (Reader text = Files.newBufferedReader(release)) {
            said.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + release, e);
        }
        String version = value(said, "JAVA_VERSION", "");
        String numbers = numbers(version);
        if (numbers.isEmpty()) {
            return Optional.empty();
        }
        String build = value(said, "IMPLEMENTOR", "") + " " + value(said, "JAVA_RUNTIME_VERSION", version);
        return Optional.of(new Jdk(Runtime.Version.parse(numbers).feature(), version, build.strip(), home));
    }

    private static String value(Properties said, String name, String otherwise) {
        return said.getProperty(name, otherwise).replace("\"", "");
    }

    /** {@code 26.0.2.1} is of the scheme, {@code 1.8.0_392} is not, and of {@code 28-ea} only the number counts. */
    private static String numbers(String version) {
        return version.startsWith("1.") ? version.substring(2, 3) : version.replaceAll("[^0-9.].*$", "");
    }

    /** One of its programs, which a mere runtime may lack. */
    public Path tool(String name) {
        return tool(home, name);
    }

    private static Path tool(Path home, String name) {
        return home.resolve("bin").resolve(name);
    }

    /** What starts a JVM. */
    public Path java() {
        return tool("java");
    }

    @Override
    public String toString() {
        return "JDK " + feature;
    }
}
