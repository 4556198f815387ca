package dev.snag.benchmarks.setting;

import dev.snag.benchmarks.fork.BenchmarkFailed;
import dev.snag.benchmarks.fork.BuildFolder;
import dev.snag.benchmarks.fork.SmallJar;
import dev.snag.benchmarks.fork.Variant;
import dev.snag.benchmarks.report.Results;
import dev.snag.jdks.Jdk;
import dev.snag.jdks.Jdks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The options that all benchmarks share, and what follows from them. */
public final class Setting {
    private static final int OLDEST_JDK = 21;

    @Option(
            names = "--agent",
            paramLabel = "JAR",
            description = "Snag's jar; agent/target/snag.jar of this checkout unless given.")
    private Path agent = BuildFolder.checkout("agent/target/snag.jar");

    @Option(
            names = "--jdk",
            paramLabel = "HOME",
            description = "A JDK to measure on, may be repeated; all that are installed from 21 on unless given.")
    private List<Path> jdkHomes = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where results go; target/results beside this jar unless given.")
    private Path out = BuildFolder.path().resolve("results");

    @Option(names = "--quick", description = "A short run that shows that it works; its numbers mean nothing.")
    private boolean quick;

    public boolean quick() {
        return quick;
    }

    public Path out() {
        return out.toAbsolutePath();
    }

    public List<Jdk> jdks() {
        return jdkHomes.isEmpty()
                ? Jdks.installed().from(OLDEST_JDK)
                : jdkHomes.stream().map(Setting::jdkAt).toList();
    }

    private static Jdk jdkAt(Path home) {
        return Jdk.at(home.toAbsolutePath()).orElseThrow(() -> new BenchmarkFailed("No JDK at " + home));
    }

    /** Snag's jar, where there is one; says so where there is none. */
    public Optional<Path> agentJar() {
        if (Files.isRegularFile(agent)) {
            return Optional.of(agent.toAbsolutePath());
        }
        System.out.println("No agent at " + agent.toAbsolutePath() + ": rows of Snag are left out. "
                + "Build it (mvn -DskipTests package) or name it with --agent.");
        return Optional.empty();
    }

    /** No agent, an agent that does nothing, and Snag with its defaults where there is one. */
    public List<Variant> variants() {
        List<Variant> variants = new ArrayList<>();
        variants.add(new Variant.None());
        variants.add(new Variant.DoNothing(SmallJar.doNothingAgent(out())));
        agentJar().ifPresent(jar -> variants.add(new Variant.Snag(jar)));
        return variants;
    }

    /** A place for the results of one benchmark. */
    public Results results(String benchmark) {
        return new Results(benchmark, quick, jdks());
    }

    /** A folder of its own for one JVM's output. */
    public Path folder(String benchmark, Jdk jdk, String... parts) {
        Path folder = out().resolve("runs").resolve(benchmark).resolve("jdk" + jdk.feature());
        for (String part : parts) {
            folder = folder.resolve(part);
        }
        return folder;
    }

    /** As {@link #folder}, and empty: what an earlier run left would be read as this one's. */
    public Path freshFolder(String benchmark, Jdk jdk, String... parts) {
        Path folder = folder(benchmark, jdk, parts);
        if (Files.isDirectory(folder)) {
            try (Stream<Path> old = Files.walk(folder)) {
                for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            } catch (IOException e) {
                throw new BenchmarkFailed("Cannot empty " + folder, e);
            }
        }
        return folder;
    }
}
