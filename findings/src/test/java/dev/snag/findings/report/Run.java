package dev.snag.findings.report;

import dev.snag.findings.Cause;
import dev.snag.findings.End;
import dev.snag.findings.Entry;
import dev.snag.findings.Frame;
import dev.snag.findings.Hold;
import dev.snag.findings.Kind;
import dev.snag.findings.Occurrence;
import dev.snag.findings.Occurrences;
import dev.snag.findings.PinReason;
import dev.snag.findings.Place;
import dev.snag.findings.Severity;
import dev.snag.findings.Start;
import dev.snag.findings.ThreadRef;
import dev.snag.findings.jsonl.JsonlWriter;
import dev.snag.findings.policy.AllowRules;
import dev.snag.findings.policy.Baseline;
import dev.snag.findings.policy.BaselineLine;
import dev.snag.findings.policy.FailOn;
import dev.snag.findings.policy.Policy;
import dev.snag.findings.policy.PolicyError;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs for tests: entries written to a folder as the agent writes them, and read back. */
public final class Run {

    public static final LocalDate TODAY = LocalDate.parse("2026-11-24");

    private final Path folder;
    private final List<Entry> entries = new ArrayList<>();

    private Run(Path folder) {
        this.folder = folder;
    }

    /** Of one JVM on JDK 21 that has started. */
    public static Run in(Path folder) {
        return new Run(folder)
                .with(new Start(
                        Occurrences.TIME, 4711, "21.0.13", Map.of("profile", "test"), Map.of("park hook", "on")));
    }

    /** Without a line. */
    public static Run empty(Path folder) {
        return new Run(folder);
    }

    public Run with(Entry... more) {
        entries.addAll(List.of(more));
        return this;
    }

    /** With the line of a JVM that ended in good order. */
    public Run ended() {
        return with(new End(Occurrences.TIME.plusSeconds(60), true, 12_345, 3, 1, 1, 0, 0, 0));
    }

    /** The file of it. */
    public Path written() throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve("snags.jsonl");
        try (Writer out = Files.newBufferedWriter(file)) {
            var lines = new JsonlWriter(out);
            for (Entry entry : entries) {
                lines.write(entry);
            }
        }
        return file;
    }

    public RunReport report() throws IOException {
        return report(policy("new"));
    }

    public RunReport report(Policy policy) throws IOException {
        written();
        return RunReport.of(List.of(folder), policy);
    }

    public static Policy policy(String failOn) {
        try {
            return new Policy(AllowRules.NONE, Baseline.NONE, FailOn.parse(failOn), List.of(), TODAY);
        } catch (PolicyError e) {
            throw new AssertionError(e);
        }
    }

    /** With a baseline, and with rules of one file. */
    public static Policy policy(List<Occurrence> known, String rules) {
        try {
            return new Policy(
                    AllowRules.parse("allow.txt", rules),
                    Baseline.of(known.stream().map(BaselineLine::of).toList()),
                    FailOn.parse("new"),
                    List.of(),
                    TODAY);
        } catch (PolicyError e) {
            throw new AssertionError(e);
        }
    }

    /** The hold number {@code i} of snag {@code s}: at {@code s}'s code, on one of four carriers, for {@code 20 + i} ms. */
    public static Occurrence hold(int i, int s) {
        var frame = new Frame("com.acme.part" + s % 7 + ".Service" + s, "call", 10 + s, "service.jar", "1.0");
        var top = new Frame("java.lang.Thread", "sleep", 509, "java.base@21.0.13", null);
        var caller = new Frame("com.acme.web.Handler", "handle", 41, "classes", null);
        Kind kind = Kind.values()[s % 5];
        return new Occurrence(
                "run-" + i,
                false,
                Occurrences.TIME.plus(Duration.ofMillis(20L * i)),
                kind == Kind.CPU ? Severity.WARNING : Severity.ERROR,
                new Hold(
                        new ThreadRef("request-" + i, 1_000 + i),
                        new ThreadRef("ForkJoinPool-1-worker-" + (1 + i % 4), 30 + i % 4),
                        20 + i,
                        20,
                        0,
                        false),
                new Cause(
                        kind,
                        kind == Kind.PINNED ? PinReason.MONITOR : null,
                        null,
                        "Thread.sleep",
                        null,
                        List.of("park hook"),
                        Map.of()),
                new Place(frame, caller, frame, List.of(top, frame, caller), String.format("%016x", s + 1)),
                "It sleeps while it owns a monitor.",
                "Replace synchronized by a ReentrantLock.",
                s % 3 == 0 ? "com.acme.ServiceTest.test" + s : null);
    }
}
