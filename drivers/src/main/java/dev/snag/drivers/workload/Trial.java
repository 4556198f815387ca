package dev.snag.drivers.workload;

import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One run of a workload: its parameters, and its phases one after the other.
 *
 * <p>A phase starts its virtual threads at once and waits, on the platform thread that calls, until all have ended. It prints
 * when it began and ended, so that what Snag has found can be given to it. One that does not end in time ends the JVM: that
 * it stands still is the result.
 */
public final class Trial {
    /** Exit status of a JVM in which a phase has not ended in time. */
    public static final int STANDS_STILL = 99;

    /** Between two phases, so that no hold of the one seems to have begun in the other. */
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Map<String, String> parameters;
    private final Duration limit;
    private final PrintStream out;

    Trial(Map<String, String> parameters, Duration limit, PrintStream out) {
        this.parameters = Map.copyOf(parameters);
        this.limit = limit;
        this.out = out;
    }

    /** A parameter that the workload cannot do without. */
    public String parameter(String name) {
        return optional(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "the workload needs the parameter '" + name + "'; add it to its row in the catalogue"));
    }

    /** A parameter that may be left out. */
    public Optional<String> optional(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** Says which library is used: that of this class, as it was loaded. The lab holds its file name against the row's version. */
    public void uses(Class<?> fromLibrary) {
        CodeSource source = fromLibrary.getProtectionDomain().getCodeSource();
        String jar = source == null || source.getLocation() == null
                ? "the JDK"
                : Path.of(URI.create(source.getLocation().toString()))
                        .getFileName()
                        .toString();
        Marker.of(Marker.LIBRARY, jar).printTo(out);
    }

    /**
     * The phase that pays for class loading, first uses and first connections; it has to do once whatever later phases do. What
     * is found in it is told for itself.
     */
    public void coldStart(int threads, Operation operation) throws InterruptedException {
        run("cold start", Marker.COLD, threads, operation);
    }

    /**
     * A phase that makes the verdict.
     *
     * @param name as it is to stand in the table, such as {@code read}
     * @param threads virtual threads that do the operation once each, all at the same time
     */
    public void phase(String name, int threads, Operation operation) throws InterruptedException {
        run(name, Marker.STEADY, threads, operation);
    }

    private void run(String name, String kind, int threads, Operation operation) throws InterruptedException {
        var ended = new CountDownLatch(threads);
        var failed = new AtomicInteger();
        var firstFailure = new AtomicReference<>("");
        try (var bystander = Bystander.start()) {
            Marker.of(Marker.BEGIN, name, kind, threads, Instant.now()).printTo(out);
            for (int i = 0; i < threads; i++) {
                int number = i;
                Thread.ofVirtual().name(name + "-" + number).start(() -> {
                    try {
                        operation.run(number);
                    } catch (Throwable failure) {
                        failed.incrementAndGet();
                        firstFailure.compareAndSet("", told(failure));
                    } finally {
                        ended.countDown();
                    }
                });
            }
            if (!ended.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                Marker.of(Marker.STANDS_STILL, name, Instant.now(), limit.toSeconds(), bystander.longestMs())
                        .printTo(out);
                System.exit(STANDS_STILL);
            }
            Marker.of(Marker.END, name, Instant.now(), failed, firstFailure, bystander.longestMs())
                    .printTo(out);
        }
        Thread.sleep(PAUSE);
    }

    /** The message of the failure and of what caused it. */
    private static String told(Throwable failure) {
        Throwable cause = failure.getCause();
        String own = failure.toString();
        return cause == null || own.contains(String.valueOf(cause.getMessage())) ? own : own + ", by " + cause;
    }
}
