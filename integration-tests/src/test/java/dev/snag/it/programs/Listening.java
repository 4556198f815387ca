package dev.snag.it.programs;

import dev.snag.HeldThread;
import dev.snag.Snag;
import dev.snag.SnagListener;
import dev.snag.SnagMonitor;
import dev.snag.SnagOccurrence;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Listeners that hear, edit, veto, throw and hang. */
public final class Listening {

    private static final int HELD = 450;
    private static final List<SnagOccurrence> HEARD = new CopyOnWriteArrayList<>();
    private static final List<HeldThread> ASKED = new CopyOnWriteArrayList<>();
    private static final AtomicInteger STARTED = new AtomicInteger();
    private static final AtomicReference<Thread> CALLED_ON = new AtomicReference<>();
    private static final CountDownLatch HANGS = new CountDownLatch(1);

    private Listening() {}

    private static final class Editor implements SnagListener {
        @Override
        public void started(SnagMonitor monitor) {
            STARTED.incrementAndGet();
        }

        @Override
        public boolean mayTakeStack(HeldThread held) {
            ASKED.add(held);
            return !held.threadName().equals("vetoed");
        }

        @Override
        public void occurred(SnagOccurrence occurrence) {
            CALLED_ON.set(Thread.currentThread());
            occurrence.lines().replaceAll(line -> line.replace(" why ", " because "));
            occurrence.lines().add("[snag] edited by a listener");
            HEARD.add(occurrence);
        }
    }

    private static final class Thrower implements SnagListener {
        @Override
        public void occurred(SnagOccurrence occurrence) {
            throw new AssertionError("a listener that throws");
        }
    }

    private static final class Hanger implements SnagListener {
        @Override
        public void occurred(SnagOccurrence occurrence) {
            HEARD.add(occurrence);
            try {
                HANGS.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    public static void main(String[] arguments) throws Throwable {
        var editor = new Editor();
        Snag.addListener(new Thrower());
        Snag.addListener(editor);
        Snag.addListener(editor);
        Proof.of("g43_a_listener_is_told_once_that_the_monitor_has_started", () -> {
            Proof.eventually(() -> STARTED.get() > 0);
            Proof.that(STARTED.get() == 1, STARTED);
        });
        Proof.onVirtual("heard", () -> SleepOnCarrier.millis(HELD));
        Proof.of("g39_the_event_has_thread_carrier_threshold_duration_operation_and_lines", () -> {
            Proof.eventually(() -> HEARD.size() == 1);
            SnagOccurrence heard = HEARD.get(0);
            Proof.that(heard.threadName().equals("heard") && heard.threadId() > 0, heard.threadName());
            Proof.contains(heard.carrierName(), "ForkJoinPool-1-worker-");
            Proof.that(heard.carrierId() > 0, heard.carrierId());
            Proof.that(heard.threshold().toMillis() == 100, heard.threshold());
            Proof.that(heard.duration().toMillis() >= HELD, heard.duration());
            Proof.that(
                    heard.kind().equals("PINNED") && heard.reason().equals(Optional.of("CLASS_INIT")), heard.reason());
            Proof.that(heard.operation().equals(Optional.of("Thread.sleep")), heard.operation());
            Proof.that(!heard.ongoing() && !heard.compensated(), heard);
            Proof.that(heard.stack().stream().anyMatch(f -> f.getMethodName().equals("<clinit>")), heard.stack());
            Proof.contains(heard.toString(), "\"heard\"");
            Proof.that(heard.lines().size() > 3, heard.lines());
            Proof.that(heard.time().toEpochMilli() > System.currentTimeMillis() - 60_000, heard.time());
        });
        Proof.of("g41_listeners_run_on_a_daemon_platform_thread", () -> {
            Thread thread = CALLED_ON.get();
            Proof.that(thread.isDaemon() && !thread.isVirtual(), thread);
            Proof.that(thread.getName().equals("snag-listeners"), thread.getName());
        });
        Proof.of("g42_a_listener_that_throws_does_not_stop_others", () -> Proof.that(HEARD.size() == 1, HEARD));
        Proof.onVirtual("vetoed", () -> SleepOnCarrier.millis(HELD));
        Proof.of("g44_a_veto_leaves_the_finding_without_a_stack", () -> {
            Proof.eventually(() -> HEARD.size() == 2);
            Proof.that(HEARD.get(1).threadName().equals("vetoed"), HEARD.get(1).threadName());
            Proof.that(HEARD.get(1).stack().isEmpty(), HEARD.get(1).stack());
            HeldThread asked = ASKED.get(1);
            Proof.that(asked.threadName().equals("vetoed") && asked.soFar().toMillis() >= 50, asked);
        });
        Proof.of("a_listener_that_was_removed_hears_nothing", () -> {
            Proof.that(Snag.removeListener(editor), "not there");
            Proof.that(!Snag.removeListener(editor), "still there");
        });
        Snag.addListener(new Hanger());
        Proof.onVirtual("hangs", () -> SleepOnCarrier.millis(HELD));
        Proof.eventually(() -> HEARD.size() == 3);
        Proof.onVirtual("behind-one-that-hangs", () -> SleepOnCarrier.millis(HELD));
        System.out.println("done");
    }
}
