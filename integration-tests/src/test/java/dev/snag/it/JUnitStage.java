package dev.snag.it;

import dev.snag.jdks.Jdk;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A JVM that runs {@link dev.snag.it.programs.JUnitRun} with one version of JUnit. */
record JUnitStage(Stage stage, String junit, List<String> jvm) {

    /** The versions that are tried, oldest first: folders that the build has filled with their jars. */
    static final List<String> VERSIONS = List.of("5.10.3", "5.14.4", "6.1.3");

    static final String NEWEST = VERSIONS.getLast();

    static JUnitStage of(Jdk jdk, Class<?> test, String name, String junit, Object... jvm) throws IOException {
        return new JUnitStage(
                Stage.of(jdk, test, name),
                junit,
                Arrays.stream(jvm).map(Object::toString).toList());
    }

    /** With the agent in the profile for tests, and extensions detected automatically. */
    static JUnitStage watched(Jdk jdk, Class<?> test, String name, String junit, Object... jvm) throws IOException {
        JUnitStage plain = of(jdk, test, name, junit, jvm);
        var all = new ArrayList<>(List.of(plain.stage.reporting("profile=test"), detected()));
        all.addAll(plain.jvm);
        return new JUnitStage(plain.stage, junit, all);
    }

    static String detected() {
        return "-Djunit.jupiter.extensions.autodetection.enabled=true";
    }

    /** Classes and methods at the same time. */
    static List<String> parallel() {
        String prefix = "-Djunit.jupiter.execution.parallel.";
        return List.of(
                prefix + "enabled=true",
                prefix + "mode.default=concurrent",
                prefix + "mode.classes.default=concurrent",
                prefix + "config.strategy=fixed",
                prefix + "config.fixed.parallelism=4");
    }

    Outcome run(String name, List<String> more, String... classes) throws IOException, InterruptedException {
        return stage.java(name, jvm.toArray())
                .arguments(more)
                .arguments("-cp", classPath(), "dev.snag.it.programs.JUnitRun")
                .arguments(List.of(classes))
                .run();
    }

    private String classPath() throws IOException {
        var entries = new ArrayList<String>();
        entries.add(Shipped.testClasses().toString());
        entries.add(Shipped.junitJar().toString());
        entries.add(Shipped.apiJar().toString());
        entries.add(Shipped.findingsJar().toString());
        Path folder = Path.of(System.getProperty("snag.junit.versions", "target/junit"), junit)
                .toAbsolutePath();
        try (Stream<Path> jars = Files.list(folder)) {
            jars.map(Path::toString).sorted().forEach(entries::add);
        }
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.matches(".*[/\\\\]gson-[0-9.]+\\.jar"))
                .forEach(entries::add);
        return String.join(File.pathSeparator, entries);
    }
}
