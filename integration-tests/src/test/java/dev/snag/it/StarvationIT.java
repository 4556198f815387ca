package dev.snag.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.snag.jdks.Jdk;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A program that hangs for ever is told what it hangs on while it hangs: it is ended only once the finding is in the file.
 * All times are those that the two wrote themselves, so a slow machine makes the test slow and not red.
 */
class StarvationIT {
    private static final String PROGRAM = "dev.snag.fixtures.starved.NextInLineHangs";
    private static final String MARKER = "standstill ";
    private static final long LONGEST_WAIT_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final long PROMISED_MILLIS = 2_000;

    @TestFactory
    Stream<DynamicTest> a_lock_without_an_owner_whose_next_in_line_has_no_carrier_is_told_while_it_hangs() {
        return InstalledJdks.chosen().stream()
                .flatMap(jdk -> Stream.of("monitor", "initializer")
                        .filter(pin -> pin.equals("initializer") || jdk.feature() < 24)
                        .map(pin ->
                                DynamicTest.dynamicTest("pinned by a " + pin + " on " + jdk, () -> hangs(jdk, pin))));
    }

    private static void hangs(Jdk jdk, String pin) throws IOException, InterruptedException {
        Path folder = Folders.of("starvation", String.valueOf(jdk.feature()), pin);
        Path report = folder.resolve("report");
        Process process = Forked.in(folder)
                .arguments(
                        jdk.tool("java"),
                        Shipped.javaAgent("report=" + report),
                        "-Djdk.virtualThreadScheduler.parallelism=2",
                        "-cp",
                        Shipped.fixtureClassPath(),
                        PROGRAM,
                        pin)
                .start();
        try {
            long standstill = standstill(process);
            JsonObject outage = awaitOutage(process, report.resolve("snags.jsonl"));
            long foundAt =
                    Files.getLastModifiedTime(report.resolve("snags.jsonl")).toMillis();

            check(outage, pin);
            Instant start = Instant.parse(outage.get("time").getAsString());
            double told = start.toEpochMilli() + outage.get("durationMs").getAsDouble();
            assertThat(told - standstill)
                    .as("milliseconds from the standstill to the finding, by the times of both: %s", outage)
                    .isBetween(-100.0, (double) PROMISED_MILLIS);
            assertThat(foundAt).isGreaterThanOrEqualTo(standstill - 1_000);
            assertThat(process.isAlive()).as("hangs still").isTrue();
        } finally {
            process.getOutputStream().close();
            if (!process.waitFor(LONGEST_WAIT_NANOS, TimeUnit.NANOSECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
        checkEnd(Report.in(report));
    }

    private static long standstill(Process process) throws IOException {
        var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        assertThat(line).as("the program's first line").startsWith(MARKER);
        return Long.parseLong(line.substring(MARKER.length()));
    }

    /** The first line of the outage that says whose lock it is. */
    private static JsonObject awaitOutage(Process process, Path file) throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST_WAIT_NANOS;
        while (System.nanoTime() < end) {
            assertThat(process.isAlive()).as("hangs").isTrue();
            Optional<JsonObject> outage = Files.exists(file) ? firstOutage(file) : Optional.empty();
            if (outage.isPresent()) {
                return outage.get();
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        throw new AssertionError("no STARVATION in " + file);
    }

    private static Optional<JsonObject> firstOutage(Path file) throws IOException {
        return Report.soFar(file.getParent()).ofType("occurrence").stream()
                .filter(line -> line.get("kind").getAsString().equals("STARVATION"))
                .findFirst();
    }

    private static void check(JsonObject outage, String pin) {
        assertThat(outage.get("ongoing").getAsBoolean()).isTrue();
        assertThat(outage.get("severity").getAsString()).isEqualTo("ERROR");
        assertThat(outage.get("deadlock").getAsBoolean()).as("%s", outage).isTrue();
        assertThat(outage.get("queued").getAsLong()).isEqualTo(1);
        for (String absent : List.of("thread", "carrier", "offender", "caller", "culprit")) {
            assertThat(outage.has(absent)).as(absent).isFalse();
        }
        assertThat(Report.text(outage, "lock.class")).contains("java.util.concurrent.locks.ReentrantLock");
        assertThat(Report.text(outage, "lock.owner")).isEmpty();
        assertThat(Report.text(outage, "lock.next.name")).contains("next");
        assertThat(Report.text(outage, "lock.state")).contains("RUNNABLE");
        assertThat(Report.text(outage, "lock.waiters")).contains("3");
        assertThat(outage.get("why").getAsString())
                .contains("which no thread owns", "next in line is virtual thread \"next\"", "it is a deadlock");
        assertThat(outage.get("carriers").getAsJsonArray()).hasSize(2).allSatisfy(each -> checkCarrier(each, pin));
    }

    private static void checkCarrier(JsonElement each, String pin) {
        JsonObject held = each.getAsJsonObject();
        assertThat(Report.text(held, "kind")).contains("PINNED");
        assertThat(Report.text(held, "thread.name").orElse("")).startsWith("waiter-");
        assertThat(Report.text(held, "carrier.name").orElse("")).contains("worker");
        assertThat(held.get("stack").toString()).contains(pin.equals("monitor") ? "\"waitInMonitor\"" : "\"<clinit>\"");
    }

    private static void checkEnd(Report report) {
        assertThat(report.ofType("error")).isEmpty();
        assertThat(report.occurrences().stream()
                        .filter(line -> line.get("kind").getAsString().equals("STARVATION")))
                .as("one finding per outage")
                .hasSize(1);
    }
}
