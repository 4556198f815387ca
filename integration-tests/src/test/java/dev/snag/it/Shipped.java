package dev.snag.it;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files under test. */
final class Shipped {
    private Shipped() {}

    /** The agent's jar. */
    static Path agentJar() {
        Path jar = Path.of(System.getProperty("snag.agent.jar", "../agent/target/snag.jar"))
                .toAbsolutePath()
                .normalize();
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException("no agent at " + jar + ": package it first (mvn -DskipTests package)");
        }
        return jar;
    }

    /** The JVM's option for the agent, with its options if there are any. */
    static String javaAgent(String options) {
        return "-javaagent:" + agentJar() + (options.isEmpty() ? "" : "=" + options);
    }

    /** The jar of the API. */
    static Path apiJar() {
        return jar("api");
    }

    /** The jar of the JUnit extension. */
    static Path junitJar() {
        return jar("junit");
    }

    /** The jar of the record of findings. */
    static Path findingsJar() {
        return jar("findings");
    }

    private static Path jar(String module) {
        Path folder = Path.of(System.getProperty("snag." + module + ".folder", "../" + module + "/target"))
                .toAbsolutePath()
                .normalize();
        try (Stream<Path> jars = Files.list(folder)) {
            return jars.filter(
                            jar -> jar.getFileName().toString().matches("snag-" + module + "-[^-]*(-SNAPSHOT)?\\.jar"))
                    .findFirst()
                    .orElseThrow(() ->
                            new IllegalStateException("no snag-" + module + " in " + folder + ": package it first"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the programs of these tests are. */
    static Path testClasses() {
        try {
            return Path.of(Shipped.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sources of the fixtures. */
    static Path fixtureSources() {
        return Path.of(System.getProperty("snag.fixtures.sources", "../test-fixtures/src/main/java"))
                .toAbsolutePath()
                .normalize();
    }

    /** Classes of the fixtures. */
    static Path fixtureClasses() {
        return Path.of(System.getProperty("snag.fixtures.classes", "../test-fixtures/target/classes"))
                .toAbsolutePath()
                .normalize();
    }

    /** The class path of a fixture: its classes, and the libraries that it shows to block. */
    static String fixtureClassPath() {
        Stream<String> libraries = Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.matches(".*[/\\\\](sqlite-jdbc|jna)-[0-9.]+\\.jar"));
        return Stream.concat(Stream.of(fixtureClasses().toString()), libraries)
                .collect(Collectors.joining(File.pathSeparator));
    }
}
