package dev.snag.runtime.ledger;

import dev.snag.findings.policy.Policy;
import dev.snag.runtime.creation.CreationSites;
import dev.snag.runtime.gate.ExitStatus;
import dev.snag.runtime.gate.RunGate;
import dev.snag.runtime.options.Options;
import dev.snag.runtime.options.PolicyOptions;
import dev.snag.runtime.origins.Application;
import dev.snag.runtime.origins.CodeSources;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/** Puts a recorder together as the options say; it is built on the thread that runs it. */
public final class Recorders {

    private Recorders() {}

    /**
     * What the reporting thread runs.
     *
     * @param sensors opens what takes long to open, and names each sensor with its state
     * @param loaded the classes that are loaded in this JVM
     * @param creations where virtual threads were started; null where that is not kept
     * @param exit the exit status that the gate decides on; null for none
     */
    public static Runnable of(
            Ledger ledger,
            Options options,
            Supplier<Map<String, String>> sensors,
            Supplier<Class<?>[]> loaded,
            MonitorSites sites,
            CreationSites creations,
            LongFunction<String> descriptorOf,
            ExitStatus exit,
            Audience audience) {
        return () -> {
            var setup = new Recorder.Setup(
                    ProcessHandle.current().pid(),
                    System.getProperty("java.vm.vendor") + " " + System.getProperty("java.vm.version"),
                    options.report(),
                    options.profile().prints(),
                    options.shown(),
                    gate(options, exit),
                    options.thresholds().least());
            var clock = new WallClock(Clock.systemUTC(), System::nanoTime);
            var own = new CodeSources.Own(options.include(), options.exclude());
            var sources = new CodeSources(loaded, own, Application.ofThisJvm());
            var advice = new AdviceFiles(options.advice(), Runtime.version().feature(), ledger);
            var creationOf = new CreationOf(creations, sources);
            Function<String, OccurrenceOf> occurrences =
                    prefix -> new OccurrenceOf(prefix, clock, sources, sites, advice, creationOf, descriptorOf);
            var recorder = new Recorder(ledger, setup, clock, occurrences, sink(ledger, options, loaded), audience);
            recorder.started(sensors.get());
            Rehearsal.of(occurrences.apply(""));
            recorder.run();
        };
    }

    private static RunGate gate(Options options, ExitStatus exit) {
        PolicyOptions asked = options.policy();
        return asked == null
                ? RunGate.NONE
                : RunGate.of(
                        new Policy(
                                asked.allow(),
                                asked.baseline(),
                                asked.failOn(),
                                options.include(),
                                LocalDate.now(ZoneOffset.UTC)),
                        exit);
    }

    private static TextSink sink(Ledger ledger, Options options, Supplier<Class<?>[]> loaded) {
        return switch (options.log()) {
            case Options.LogTarget.Stderr stderr -> StreamSink.stderr();
            case Options.LogTarget.App app -> new AppLogSink(loaded, StreamSink.stderr());
            case Options.LogTarget.ToFile file -> {
                try {
                    yield StreamSink.file(file.path());
                } catch (IOException e) {
                    ledger.warn("log", "cannot write to " + file.path() + " (" + e + "); text goes to standard error");
                    yield StreamSink.stderr();
                }
            }
        };
    }
}
