package dev.snag.runtime.ledger;

import dev.snag.findings.AgentError;
import dev.snag.findings.End;
import dev.snag.findings.Entry;
import dev.snag.findings.Occurrence;
import dev.snag.findings.OpenConnections;
import dev.snag.findings.Start;
import dev.snag.findings.policy.AllowRules;
import dev.snag.findings.text.ConnectionsText;
import dev.snag.runtime.connections.ConnectionReport;
import dev.snag.runtime.gate.RunGate;
import dev.snag.runtime.jfr.OwnEvents;
import dev.snag.runtime.ledger.Ledger.Event;
import dev.snag.runtime.monitor.HoldReport;
import dev.snag.runtime.starvation.OutageReport;
import dev.snag.runtime.strict.ForbiddenCall;
import dev.snag.runtime.tests.TestScope;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Empties the ledger into the file and the text, on a thread of its own: it may block, the monitor may not. */
final class Recorder implements Runnable {

    private static final String PREFIX = "[snag] ";
    private static final long LAST_WORD_MILLIS = 1_000;
    /** What can go wrong without end goes wrong in many words. */
    private static final int MOST_FAILURES = 100;

    private final Ledger ledger;
    private final Setup setup;
    private final WallClock clock;
    private final OccurrenceOf occurrences;
    private final TextSink text;
    private final RunGate gate;
    private final Audience audience;
    private final FindingTeller teller;
    private final Corroboration corroboration = new Corroboration(System::nanoTime);
    private final LongCalls longCalls;
    private final OwnEvents events = new OwnEvents();
    /** What went wrong, each told to people once; all of it is in the report. */
    private final Set<String> failures = new HashSet<>();
    /** Destinations with too many connections, which the watch bounds. */
    private final Set<String> overConnected = new HashSet<>();

    private SnagFile file;
    private boolean lostLines;
    private boolean lostText;

    /**
     * What is recorded where.
     *
     * @param report folder; null for none
     * @param prints whether findings are told one by one
     * @param options by name, for the first line
     * @param gate judges what is found
     * @param threshold the least of all kinds, in nanoseconds
     */
    record Setup(
            long pid,
            String jdk,
            File report,
            boolean prints,
            Map<String, String> options,
            RunGate gate,
            long threshold) {

        /** Without a policy and a threshold. */
        Setup(long pid, String jdk, File report, boolean prints, Map<String, String> options) {
            this(pid, jdk, report, prints, options, RunGate.NONE, Long.MAX_VALUE);
        }
    }

    /** A recorder that nobody listens to. */
    Recorder(Ledger ledger, Setup setup, WallClock clock, Function<String, OccurrenceOf> occurrences, TextSink text) {
        this(ledger, setup, clock, occurrences, text, Audience.NONE);
    }

    /**
     * A recorder of this ledger.
     *
     * @param occurrences makes the records, by the prefix of their ids
     * @param audience hears of each finding before it is printed
     */
    Recorder(
            Ledger ledger,
            Setup setup,
            WallClock clock,
            Function<String, OccurrenceOf> occurrences,
            TextSink text,
            Audience audience) {
        this.ledger = ledger;
        this.setup = setup;
        this.clock = clock;
        this.text = text;
        this.audience = audience;
        gate = setup.gate();
        longCalls = new LongCalls(System::nanoTime, setup.threshold());
        teller = new FindingTeller(
                gate, setup.prints(), (finding, lines) -> audience.hears(finding, lines, this::sayLater));
        String prefix = Long.toString(setup.pid(), Character.MAX_RADIX) + "-"
                + Long.toString(clock.now().toEpochMilli(), Character.MAX_RADIX);
        this.occurrences = occurrences.apply(prefix);
    }

    @Override
    public void run() {
        boolean goesOn = true;
        while (goesOn) {
            try {
                Event event = ledger.next(Math.min(corroboration.dueIn(), longCalls.dueIn()));
                goesOn = event == null || record(event);
                holds(corroboration.overdue());
                calls(longCalls.overdue());
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error e) { // out of memory included: what comes later may fit again
                ledger.failed("recorder", e);
            }
        }
    }

    /** Records one event; returns whether more are to come. */
    boolean record(Event event) {
        switch (event) {
            case Event.OverThreshold e -> reported(e.report().ongoing() ? e.report() : longCalls.ended(e.report()));
            case Event.VmSaid e -> holds(corroboration.said(e.accounts(), e.more()));
            case Event.WasExcused e -> write(occurrences.excused(e.report()));
            case Event.Called e -> calls(longCalls.came(e.call()));
            case Event.Connected e -> connections(e.report());
            case Event.Starved e -> outage(e.report());
            case Event.Failed e -> failed(e.where(), e.message());
            case Event.Noted e -> print(List.of(PREFIX + e.line()));
            case Event.Said e -> print(e.lines());
            case Event.Chore e -> e.task().run();
            case Event.Settled e -> {
                calls(longCalls.all());
                e.task().run();
            }
            case Event.Ended e -> {
                ended(e);
                return false;
            }
        }
        return true;
    }

    /** Before all else: the file, and what is not seen. */
    void started(Map<String, String> sensors) {
        sensors.forEach((name, state) -> {
            if (!state.equals("on")) {
                print(List.of(PREFIX + "sensor " + name + " is " + state));
            }
        });
        if (setup.report() == null) {
            return;
        }
        try {
            file = SnagFile.open(setup.report(), setup.pid());
        } catch (IOException e) {
            ledger.warn(
                    "report",
                    "cannot write to the report folder " + setup.report() + ": " + e
                            + "; findings are told but not kept. Name another folder with report=");
            return;
        }
        write(new Start(clock.now(), setup.pid(), setup.jdk(), setup.options(), sensors));
    }

    private void reported(HoldReport report) {
        List<HoldReport> settled = corroboration.reported(report);
        boolean waits = settled.stream().noneMatch(each -> each.number() == report.number());
        if (waits && audience.followsTests()) {
            // A test does not wait for the VM's account.
            Occurrence soFar = occurrences.soFar(report);
            audience.recorded(gate.previewed(soFar, allowedBy(report.test())), report.test());
        }
        holds(settled);
    }

    private void holds(List<HoldReport> reports) {
        for (HoldReport report : reports) {
            occurrence(occurrences.hold(report), report.test());
        }
    }

    private void calls(List<ForbiddenCall> calls) {
        for (ForbiddenCall call : calls) {
            occurrence(occurrences.call(call), call.test());
        }
    }

    private void outage(OutageReport report) {
        Occurrence outage = occurrences.outage(report);
        TestScope test = audience.testOf(report.heldIds());
        occurrence(test == null ? outage : outage.withTest(test.name()), test);
    }

    private void occurrence(Occurrence occurrence, TestScope test) {
        Occurrence judged = gate.judged(occurrence, allowedBy(test));
        write(judged);
        audience.recorded(judged, test);
        events.told(judged);
        print(teller.take(judged));
    }

    /** Told in every profile: who sets a limit wants to know. */
    private void connections(ConnectionReport report) {
        OpenConnections connections = occurrences.connections(report);
        write(connections);
        boolean first = overConnected.add(connections.destination());
        print(first ? ConnectionsText.full(connections) : ConnectionsText.line(connections));
    }

    private static AllowRules allowedBy(TestScope test) {
        return test == null ? AllowRules.NONE : test.allowed();
    }

    /** On a thread of the audience's. */
    private void sayLater(List<String> lines) {
        if (setup.prints()) {
            ledger.say(lines);
        }
    }

    private void failed(String where, String message) {
        write(new AgentError(clock.now(), where, message));
        if (failures.size() < MOST_FAILURES && failures.add(where + message)) {
            print(List.of(PREFIX + where + ": " + message));
        }
    }

    private void ended(Event.Ended last) {
        holds(corroboration.all());
        calls(longCalls.all());
        print(teller.rest());
        dismissAudience();
        tellLateFailures();
        var judged = new ArrayList<String>();
        write(gate.ended(end(last), judged));
        tellLateFailures();
        var summary = new ArrayList<>(teller.summary(end(last)));
        summary.addAll(judged);
        if (file != null && !summary.isEmpty()) {
            summary.add(PREFIX + "report: " + file.path());
        }
        print(summary);
        close();
    }

    /** What this thread itself found wrong meanwhile stands behind the last event. */
    private void tellLateFailures() {
        for (Event event = ledger.nextNow(); event != null; event = ledger.nextNow()) {
            if (event instanceof Event.Failed late) {
                failed(late.where(), late.message());
            }
        }
    }

    private End end(Event.Ended last) {
        return new End(
                        clock.now(),
                        last.alive(),
                        last.holds(),
                        last.pinnedParks(),
                        teller.occurrences(),
                        teller.snags(),
                        ledger.excusedCount(),
                        ledger.droppedCount(),
                        ledger.ownErrorCount())
                .withAllowedScopes(last.allowed());
    }

    private void dismissAudience() {
        try {
            audience.dismiss(LAST_WORD_MILLIS).forEach(this::print);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (Event event = ledger.nextNow(); event != null; event = ledger.nextNow()) {
            record(event);
        }
    }

    private void close() {
        try {
            text.close();
            if (file != null) {
                file.close();
            }
        } catch (IOException e) {
            lostText = true; // the process ends; there is nowhere left to say it
        }
    }

    private void write(Entry entry) {
        if (file == null) {
            return;
        }
        try {
            file.write(entry);
        } catch (IOException e) {
            if (!lostLines) {
                lostLines = true;
                ledger.warn(
                        "report",
                        "cannot write to " + file.path() + ": " + e.getMessage()
                                + "; what cannot be written is lost, all is still told and counted");
            }
        }
    }

    private void print(List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        try {
            text.write(String.join("\n", lines) + "\n");
        } catch (IOException | RuntimeException e) {
            if (!lostText) {
                lostText = true;
                ledger.warn("log", "cannot write text: " + e.getMessage() + "; the report has it all");
            }
        }
    }
}
