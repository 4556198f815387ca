package dev.snag.benchmarks.startup;

import dev.snag.benchmarks.fork.BuildFolder;
import dev.snag.benchmarks.fork.FinishedJvm;
import dev.snag.benchmarks.fork.SmallJar;
import dev.snag.benchmarks.fork.Turns;
import dev.snag.benchmarks.fork.Variant;
import dev.snag.benchmarks.report.Numbers;
import dev.snag.benchmarks.report.Results;
import dev.snag.benchmarks.report.Table;
import dev.snag.benchmarks.setting.Setting;
import dev.snag.benchmarks.statistics.Rounds;
import dev.snag.jdks.Jdk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whole-process time of a hello-world with each agent in turn, and whether CDS and the output stay as they were. */
@Command(
        name = "startup",
        description = "Hello-world as a whole process: plain, do-nothing agent, Snag, BlockHound, a JFR stream.",
        mixinStandardHelpOptions = true)
public final class StartupBenchmark implements Callable<Integer> {
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final String PLAIN = "plain";
    private static final String IDLE_AGENT = "do-nothing";

    @Mixin
    private Setting setting = new Setting();

    @Option(names = "--runs", description = "Runs of each, in turn; ${DEFAULT-VALUE} unless given.")
    private int runs = 30;

    @Override
    public Integer call() {
        List<Program> programs = programs();
        List<Program> onVirtualThread = onVirtualThread();
        Results results = setting.results("startup");
        for (Jdk jdk : setting.jdks()) {
            time(jdk, "hello-world", programs, results);
            time(jdk, "hello-world on a virtual thread", onVirtualThread, results);
            new SameAsPlain(setting, jdk, programs).check(results);
        }
        results.note("Time from just before the process is started until its end is seen. Differences are within "
                + "rounds (one run of each, in turn). Brackets: an interval that holds the true median.");
        results.publish(setting.out());
        return 0;
    }

    private void time(Jdk jdk, String what, List<Program> programs, Results results) {
        Rounds wall = new Rounds();
        int rounds = setting.quick() ? 3 : runs;
        // Round -1 fills the page cache and counts for nobody.
        for (int round = -1; round < rounds; round++) {
            for (Program program : Turns.of(programs, round)) {
                Path folder = setting.folder("startup", jdk, what, program.label(), Integer.toString(round));
                FinishedJvm run = program.child(jdk, List.of(), folder).run(LIMIT);
                if (round >= 0) {
                    wall.add(program.label(), run.wallMs());
                }
            }
        }
        System.out.println("JDK " + jdk.feature() + ", " + what + ": " + rounds + " rounds done");
        Table table = Table.of(
                "JDK " + jdk.feature() + ": " + what + ", ms",
                "started with",
                "median (range)",
                "90th percentile",
                "over plain",
                "over do-nothing",
                "ratio to plain");
        for (String program : wall.variants()) {
            table.row(
                    program,
                    Numbers.medianAndRange(wall.of(program)),
                    Numbers.plain(wall.of(program).quantile(0.9)),
                    Numbers.over(wall, program, PLAIN),
                    Numbers.over(wall, program, IDLE_AGENT),
                    Numbers.plain(wall.ratios(program, PLAIN).median()));
        }
        results.add(table);
        results.raw("jdk" + jdk.feature() + "." + what + ".ms", wall.raw());
    }

    /** Each profile at work. The threshold is high: the first mount of a JVM is slow, and here nothing is to be found. */
    private List<Program> onVirtualThread() {
        String hello = SmallJar.write(
                        setting.out().resolve("hello-virtual.jar"), Map.of(), List.of(HelloOnVirtualThread.class))
                .toString();
        List<Variant> variants = new ArrayList<>();
        variants.add(new Variant.DoNothing(SmallJar.doNothingAgent(setting.out())));
        setting.agentJar().ifPresent(jar -> {
            variants.add(new Variant.Snag(jar));
            for (String profile : List.of("test", "ci")) {
                variants.add(new Variant.Snag(
                        "snag, profile=" + profile, jar, "profile=" + profile + ",max-blocking-time=5s", true));
            }
        });
        List<Program> programs = new ArrayList<>();
        programs.add(new Program(PLAIN, new Variant.None(), List.of(), hello, HelloOnVirtualThread.class, true));
        for (Variant variant : variants) {
            programs.add(new Program(variant.label(), variant, List.of(), hello, HelloOnVirtualThread.class, true));
        }
        return programs;
    }

    private List<Program> programs() {
        String hello = SmallJar.write(setting.out().resolve("hello.jar"), Map.of(), List.of(Hello.class))
                .toString();
        List<Program> programs = new ArrayList<>();
        Variant none = new Variant.None();
        programs.add(new Program(PLAIN, none, List.of(), hello, Hello.class, true));
        Variant idle = new Variant.DoNothing(SmallJar.doNothingAgent(setting.out()));
        programs.add(new Program(IDLE_AGENT, idle, List.of(), hello, Hello.class, true));
        Optional<Path> agent = setting.agentJar();
        if (agent.isPresent()) {
            Variant dev = new Variant.Snag(agent.get());
            programs.add(new Program(dev.label(), dev, List.of(), hello, Hello.class, true));
            Variant reporting = new Variant.Snag("snag, report=", agent.get(), "", true);
            programs.add(new Program(reporting.label(), reporting, List.of(), hello, Hello.class, true));
        }
        String stream = SmallJar.write(
                        setting.out().resolve("hello-jfr.jar"), Map.of(), List.of(HelloWithJfrStream.class))
                .toString();
        programs.add(new Program("JFR stream", none, List.of(), stream, HelloWithJfrStream.class, false));
        Path peer = BuildFolder.path().resolve("peers/blockhound.jar");
        if (Files.isRegularFile(peer)) {
            String classPath = SmallJar.write(
                            setting.out().resolve("hello-blockhound.jar"), Map.of(), List.of(HelloWithBlockHound.class))
                    + java.io.File.pathSeparator
                    + peer;
            List<String> needed = List.of("-XX:+AllowRedefinitionToAddDeleteMethods");
            programs.add(new Program("BlockHound", none, needed, classPath, HelloWithBlockHound.class, false));
        } else {
            System.out.println("No BlockHound at " + peer + ": its row is left out. mvn package puts it there.");
        }
        return programs;
    }
}
