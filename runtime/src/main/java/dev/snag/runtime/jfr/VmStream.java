package dev.snag.runtime.jfr;

import dev.snag.runtime.diagnosis.VmAccount;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingStream;

/**
 * Reads what the VM records of blocked virtual threads, on the thread that runs it: a daemon, as {@code startAsync()} would
 * keep the JVM alive. Not before {@code main} has begun: JFR sets up the default file system.
 */
public final class VmStream implements Runnable {

    /**
     * JFR takes the least threshold of all recordings, and a file of somebody else's has the events of all. So ours is never
     * below the one of {@code default.jfc}, and at least half of what a hold may last.
     */
    private static final Duration LEAST = Duration.ofMillis(20);
    /** The rate of {@code default.jfc} from JDK 25 on; of several rates JFR takes the highest, and none is the highest. */
    private static final Map<String, String> FILES = Map.of("throttle", "100/s");

    private static final int MOST_AT_ONCE = 256;
    private static final long LAST_FLUSH_MILLIS = 500;
    private static final int MONITORS_UNMOUNT = 24;

    private final Duration threshold;
    private final VmListener listener;
    private final Supplier<RecordingStream> streams;
    private final AccountReader reader = new AccountReader();
    private List<VmAccount> batch = new ArrayList<>();
    private final Semaphore flushed = new Semaphore(0);
    private boolean rejectionTold;
    private volatile Thread reading;
    private volatile RecordingStream stream;

    /**
     * Of blocks that are long enough to matter.
     *
     * @param maxBlockingNanos the longest hold that is fine
     */
    public VmStream(long maxBlockingNanos, VmListener listener) {
        this(maxBlockingNanos, listener, RecordingStream::new);
    }

    VmStream(long maxBlockingNanos, VmListener listener, Supplier<RecordingStream> streams) {
        threshold = threshold(maxBlockingNanos);
        this.listener = listener;
        this.streams = streams;
    }

    static Duration threshold(long maxBlockingNanos) {
        Duration half = Duration.ofNanos(maxBlockingNanos / 2);
        return half.compareTo(LEAST) < 0 ? LEAST : half;
    }

    /** Reads until it is told to {@link #stop()}. */
    @Override
    public void run() {
        try (RecordingStream opened = streams.get()) {
            subscribe(opened);
            reading = Thread.currentThread();
            stream = opened;
            listener.vmSaid(List.of(), true);
            opened.start();
        } catch (RuntimeException | LinkageError | InternalError e) {
            cannotRead(e);
        } finally {
            stream = null;
            deliver(false);
        }
    }

    private void subscribe(RecordingStream opened) {
        opened.setOrdered(false);
        listen(opened, "jdk.VirtualThreadPinned");
        if (Runtime.version().feature() < MONITORS_UNMOUNT) {
            listen(opened, "jdk.JavaMonitorEnter");
            listen(opened, "jdk.JavaMonitorWait");
        }
        listen(opened, "jdk.FileRead");
        listen(opened, "jdk.FileWrite");
        opened.enable("jdk.VirtualThreadSubmitFailed").withoutStackTrace();
        opened.onEvent("jdk.VirtualThreadSubmitFailed", this::rejected);
        opened.onFlush(() -> deliver(true));
        opened.onError(this::failed);
    }

    private void listen(RecordingStream opened, String event) {
        opened.enable(event).withThreshold(threshold).withStackTrace();
        if (event.startsWith("jdk.File")) {
            FILES.forEach((name, value) -> opened.enable(event).with(name, value));
        }
        opened.onEvent(event, this::take);
    }

    private void take(RecordedEvent event) {
        if (batch.size() < MOST_AT_ONCE
                && event.getThread() != null
                && event.getThread().isVirtual()) {
            batch.add(reader.read(event));
        }
    }

    private void rejected(RecordedEvent event) {
        if (!rejectionTold) {
            rejectionTold = true;
            listener.note("the scheduler rejected virtual thread #" + event.getLong("javaThreadId") + " ("
                    + event.getString("exceptionMessage") + "); it will not go on. Further ones are not told");
        }
    }

    /** JFR does not work in this JVM: holds are found without it. */
    private void cannotRead(Throwable why) {
        if (!jvmEnds()) {
            listener.note("the flight recorder cannot be read (" + why
                    + "); what it alone tells is not seen, as virtual" + " threads that the scheduler rejects");
        }
    }

    /** While the JVM ends JFR takes away what is being read; that is no failure. */
    private void failed(Throwable failure) {
        if (!jvmEnds()) {
            listener.failed("jfr", failure);
        }
    }

    private static boolean jvmEnds() {
        try {
            Runtime.getRuntime().removeShutdownHook(Thread.currentThread());
            return false;
        } catch (IllegalStateException shutdownInProgress) {
            return true;
        }
    }

    private void deliver(boolean more) {
        if (!batch.isEmpty() || !more) {
            listener.vmSaid(batch, more);
            batch = new ArrayList<>();
        }
        flushed.release();
    }

    /** Reads what there still is, and ends; takes up to a second. */
    public void stop() {
        RecordingStream running = stream;
        if (running == null) {
            return;
        }
        try {
            running.stop();
        } catch (IllegalStateException jfrWasFirst) {
            // Its own shutdown hook has stopped all recordings, and tells no reader; one that waits is woken by an
            // interrupt.
            flushed.drainPermits();
            reading.interrupt();
            awaitFlush();
        }
    }

    private void awaitFlush() {
        try {
            flushed.tryAcquire(LAST_FLUSH_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
