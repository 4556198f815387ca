package dev.snag.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.snag.it.programs.Workers;
import dev.snag.jdks.Jdk;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Holds that are long through no fault of the program are counted and never told. Each scenario goes on until it has hit: until
 * the program itself has measured a stretch of more than the threshold, and the agent has excused a hold for the right reason.
 *
 * <p>{@code -Dsnag.times=50} runs each so many times, where {@code -Dfailsafe.rerunFailingTestsCount=0} forgives nothing.
 * {@code -Dsnag.scenario=NAME} runs those alone whose name contains it.
 */
@Isolated
class FalseAlarmsIT {
    private static final int THRESHOLD_MILLIS = 100;
    private static final int LEAST_ROUNDS = 3;
    private static final int MOST_ROUNDS = 80;
    private static final int LINKS = 12_000_000;
    private static final int CROWD_PER_PROCESSOR = 48;
    private static final int STOP_MILLIS = 700;
    private static final int SUSPENSION_MILLIS = 350;
    private static final int CROWDED_MILLIS = 500;
    private static final int PAUSE_MILLIS = 100;
    private static final int WORK_MILLIS = 300;
    private static final int LONGEST_BEGINNING_SECONDS = 40;

    /** A run of one scenario. */
    private interface Run {
        void of(Jdk jdk, int time) throws Exception;
    }

    /** What is done to the program once; it may be done again. */
    private interface Round {
        void done(Dialogue program) throws Exception;
    }

    @TestFactory
    Stream<DynamicTest> collections_that_stop_the_world() {
        return each("collections", (jdk, time) -> collects(jdk, "collections", time, "-XX:+UseSerialGC"));
    }

    /** Each has collectors of its own names. */
    @TestFactory
    Stream<DynamicTest> those_of_other_collectors() {
        return Stream.of("G1", "Parallel")
                .flatMap(collector ->
                        each(collector, (jdk, time) -> collects(jdk, collector, time, "-XX:+Use" + collector + "GC")));
    }

    private static void collects(Jdk jdk, String scenario, int time, String collector) throws Exception {
        Stage stage = stage(jdk, scenario, time);
        Forked jvm = stage.java("jvm", collector, "-Xms1g", "-Xmx1g", "-Xlog:gc:file=gc.log", stage.reporting());
        try (Dialogue program = working(stage, jvm)) {
            program.ask("link:" + LINKS);
            untilItHits(stage, program, Set.of("STOP_THE_WORLD"), asked -> asked.ask("gc"));
            ends(stage, program);
        }
    }

    @TestFactory
    Stream<DynamicTest> far_more_busy_threads_than_processors() {
        int crowd = CROWD_PER_PROCESSOR * Runtime.getRuntime().availableProcessors();
        return each("crowd", (jdk, time) -> {
            Stage stage = stage(jdk, "crowd", time);
            try (Dialogue program = working(stage, stage.java("jvm", stage.reporting()))) {
                program.ask("crowd:" + crowd);
                untilItHits(stage, program, Set.of("NO_CPU"), asked -> TimeUnit.MILLISECONDS.sleep(CROWDED_MILLIS));
                ends(stage, program);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> a_process_that_is_stopped_and_continued() {
        return each("stopped", (jdk, time) -> {
            Stage stage = stage(jdk, "stopped", time);
            try (Dialogue program = working(stage, stage.java("jvm", stage.reporting()))) {
                String pid = String.valueOf(program.process().pid());
                untilItHits(stage, program, Set.of("PROCESS_STOPPED"), asked -> {
                    signal("-STOP", pid);
                    TimeUnit.MILLISECONDS.sleep(STOP_MILLIS);
                    signal("-CONT", pid);
                    TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
                });
                ends(stage, program);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> a_debugger_that_suspends_all_threads() {
        return each("debugger", (jdk, time) -> {
            Stage stage = stage(jdk, "debugger", time);
            try (Debugger debugger = Debugger.listening();
                    Dialogue program = working(stage, stage.java("jvm", debugger.asOption(), stage.reporting()))) {
                untilItHits(stage, program, Set.of("DEBUGGER", "PROCESS_STOPPED"), asked -> {
                    debugger.suspendAll(SUSPENSION_MILLIS);
                    TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
                });
                debugger.leave();
                ends(stage, program);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> a_debugger_that_suspends_virtual_threads_alone() {
        return each("breakpoint", (jdk, time) -> {
            Stage stage = stage(jdk, "breakpoint", time);
            try (Debugger debugger = Debugger.listening();
                    Dialogue program = working(stage, stage.java("jvm", debugger.asOption(), stage.reporting()))) {
                untilItHits(stage, program, Set.of("DEBUGGER"), asked -> {
                    debugger.suspend("worker-", SUSPENSION_MILLIS);
                    TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
                });
                debugger.leave();
                ends(stage, program);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> classes_that_are_loaded_and_code_that_is_not_compiled_yet() {
        return each("classes", (jdk, time) -> {
            Stage stage = stage(jdk, "classes", time);
            try (Dialogue program =
                    Dialogue.with(stage.java("jvm", stage.reporting()).arguments(Programs.run(Workers.class)))) {
                String loaded = program.ask("load");
                assertThat(Integer.parseInt(loaded.substring("loaded ".length())))
                        .isGreaterThan(1_000);
                ends(stage, program);
            }
        });
    }

    private static Stream<DynamicTest> each(String name, Run run) {
        if (!name.contains(System.getProperty("snag.scenario", ""))) {
            return Stream.empty();
        }
        int times = Integer.getInteger("snag.times", 1);
        return InstalledJdks.chosen().stream()
                .flatMap(jdk -> IntStream.rangeClosed(1, times)
                        .mapToObj(time -> DynamicTest.dynamicTest(
                                name + " on " + jdk + (times == 1 ? "" : ", run " + time), () -> run.of(jdk, time))));
    }

    private static Stage stage(Jdk jdk, String scenario, int time) throws IOException {
        return Stage.of(jdk, FalseAlarmsIT.class, scenario + "-" + time);
    }

    /** The program, with the agent all there and its workers at work. */
    private static Dialogue working(Stage stage, Forked jvm) throws IOException, InterruptedException {
        Dialogue program = Dialogue.with(jvm.arguments(Programs.run(Workers.class)));
        try {
            assertThat(program.ask("settle")).isEqualTo("did settle");
            untilItHasBegun(stage);
            assertThat(program.ask("work")).isEqualTo("did work");
            TimeUnit.MILLISECONDS.sleep(WORK_MILLIS);
            return program;
        } catch (Exception | Error e) {
            program.close();
            throw e;
        }
    }

    /** The first line says that all is open which the watch judges by. */
    private static void untilItHasBegun(Stage stage) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_BEGINNING_SECONDS);
        while (stage.report().ofType("start").isEmpty()) {
            assertThat(System.nanoTime() - end).as("no start line yet").isNegative();
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }

    private static void untilItHits(Stage stage, Dialogue program, Set<String> reasons, Round round) throws Exception {
        Predicate<JsonObject> wanted =
                line -> reasons.contains(line.get("reason").getAsString());
        for (int rounds = 1; rounds <= MOST_ROUNDS; rounds++) {
            round.done(program);
            boolean excused = stage.report().ofType("excused").stream().anyMatch(wanted);
            if (rounds >= LEAST_ROUNDS && excused && longest(program) > THRESHOLD_MILLIS) {
                return;
            }
        }
        throw new AssertionError("the scenario has not hit: longest " + longest(program) + " ms, excused "
                + stage.report().ofType("excused") + ", told "
                + stage.report().ofType("occurrence"));
    }

    /** The longest stretch without letting go that the program has measured, in milliseconds. */
    private static long longest(Dialogue program) throws IOException, InterruptedException {
        String answer = program.ask("longest");
        assertThat(answer).startsWith("longest ");
        return Long.parseLong(answer.substring("longest ".length()));
    }

    private static void signal(String signal, String pid) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", signal, pid).start().waitFor()).isZero();
    }

    private static void ends(Stage stage, Dialogue program) throws IOException, InterruptedException {
        assertThat(program.end()).isZero();
        Report report = stage.report();
        assertThat(report.occurrences()).as("occurrences in %s", stage.folder()).isEmpty();
        assertThat(report.ofType("error")).isEmpty();
        List<JsonObject> ends = report.ofType("end");
        assertThat(ends).as("end lines in %s", stage.folder()).hasSize(1);
        JsonObject end = ends.get(0);
        assertThat(end.get("alive").getAsBoolean()).as("alive: %s", end).isTrue();
        assertThat(end.get("occurrences").getAsLong()).isZero();
        assertThat(end.get("ownErrors").getAsLong()).isZero();
        assertThat(end.get("excused").getAsLong())
                .isEqualTo(report.ofType("excused").size());
    }
}
