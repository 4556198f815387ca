package dev.snag.runtime.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.runtime.bridge.Lineage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls what the hook calls. */
final class LineageTableTest {

    private static final long GRACE = 3_000;

    private final Object scope = new Object();
    private final List<Thread> started = new ArrayList<>();
    private LineageTable table;
    private Object binding;

    @BeforeEach
    void begin() throws ReflectiveOperationException {
        table = new LineageTable(Lineage.class);
        binding = table.enter(scope);
    }

    @AfterEach
    void endAll() throws InterruptedException {
        table.leave(binding);
        for (Thread thread : started) {
            end(thread);
        }
    }

    private Thread start(Thread thread) {
        Lineage.starting(thread);
        thread.start();
        started.add(thread);
        return thread;
    }

    private static Thread virtual() {
        return Thread.ofVirtual().unstarted(LockSupport::park);
    }

    private static void end(Thread thread) throws InterruptedException {
        while (thread.isAlive()) {
            LockSupport.unpark(thread);
            thread.join(java.time.Duration.ofMillis(1));
        }
    }

    @Test
    void a_thread_has_the_scope_of_the_one_that_starts_it() {
        Thread virtual = start(virtual());
        Thread platform = start(new Thread(LockSupport::park));

        assertThat(table.scopeOf(virtual.threadId())).isSameAs(scope);
        assertThat(table.scopeOf(platform.threadId())).isSameAs(scope);
        assertThat(table.threadsOf(scope)).contains(virtual, platform, Thread.currentThread());
    }

    @Test
    void and_hands_it_on() throws InterruptedException {
        var grandchild = new AtomicReference<Thread>();
        start(Thread.ofVirtual().unstarted(() -> grandchild.set(start(virtual()))))
                .join();

        assertThat(table.scopeOf(grandchild.get().threadId())).isSameAs(scope);
    }

    @Test
    void without_a_scope_there_is_nothing_to_hand_on() {
        table.leave(binding);
        int before = table.kept();

        assertThat(table.scopeOf(start(virtual()).threadId())).isNull();
        assertThat(table.kept()).isEqualTo(before);
    }

    @Test
    void what_was_started_stays_in_its_scope_when_the_binding_has_ended() {
        Thread virtual = start(virtual());

        table.leave(binding);

        assertThat(table.scopeOf(virtual.threadId())).isSameAs(scope);
        assertThat(table.scopeOf(Thread.currentThread().threadId())).isNull();
    }

    @Test
    void bindings_of_a_thread_nest() {
        var inner = new Object();
        Object innerBinding = table.enter(inner);

        assertThat(table.scopeOf(start(virtual()).threadId())).isSameAs(inner);
        table.leave(innerBinding);
        assertThat(table.scopeOf(start(virtual()).threadId())).isSameAs(scope);
        table.leave(innerBinding);
        assertThat(table.scopeOf(start(virtual()).threadId())).isSameAs(scope);
    }

    @Test
    void workers_that_all_share_inherit_nothing() {
        ForkJoinWorkerThread worker =
                ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(ForkJoinPool.commonPool());
        Lineage.starting(worker);
        assertThat(table.scopeOf(worker.threadId())).isNull();
        var timer = new Thread(() -> {}, "CompletableFutureDelayScheduler");
        Lineage.starting(timer);
        assertThat(table.scopeOf(timer.threadId())).isNull();
        Thread poller = Thread.ofVirtual().name("SubPoller-1").unstarted(() -> {});
        Lineage.starting(poller);
        assertThat(table.scopeOf(poller.threadId())).isNull();
    }

    /** As the hooks in a thread pool do it. */
    private void runOnWorker(Runnable task, Runnable whileItRuns) throws InterruptedException {
        Thread worker = new Thread(() -> {
            Lineage.running(task);
            whileItRuns.run();
        });
        worker.start();
        worker.join();
    }

    @Test
    void a_worker_has_the_scope_of_the_thread_that_gave_it_the_task_and_hands_it_on() throws InterruptedException {
        var child = new AtomicReference<Thread>();
        Runnable task = () -> {};
        Lineage.submitted(task);

        runOnWorker(task, () -> child.set(start(virtual())));

        assertThat(table.scopeOf(child.get().threadId())).isSameAs(scope);
    }

    @Test
    void a_worker_of_one_scope_that_runs_a_task_of_another_or_of_none_has_that() throws InterruptedException {
        var seen = new ArrayList<Object>();
        Runnable ofAnother = new FutureTask<>(() -> null);
        Runnable ofNone = new FutureTask<>(() -> null);
        var another = new Object();
        Object inner = table.enter(another);
        Lineage.submitted(ofAnother);
        table.leave(inner);
        table.leave(binding);
        Lineage.submitted(ofNone);
        binding = table.enter(scope);

        Thread worker = new Thread(() -> {
            long self = Thread.currentThread().threadId();
            seen.add(table.scopeOf(self));
            Lineage.running(ofAnother);
            seen.add(table.scopeOf(self));
            Lineage.running(ofNone);
            seen.add(table.scopeOf(self));
            seen.add(table.scopeOf(start(virtual()).threadId()));
            Lineage.running(ofAnother);
            seen.add(table.scopeOf(self));
        });
        start(worker).join();

        assertThat(seen).containsExactly(scope, another, null, null, another);
    }

    @Test
    void a_task_that_is_given_again_belongs_to_who_gave_it_last() throws InterruptedException {
        Runnable task = new FutureTask<>(() -> null);
        var another = new Object();
        Lineage.submitted(task);
        int before = table.tasksKept();
        Object inner = table.enter(another);
        Lineage.submitted(task);
        table.leave(inner);
        var seen = new AtomicReference<Object>();

        runOnWorker(task, () -> seen.set(table.scopeOf(Thread.currentThread().threadId())));

        assertThat(seen.get()).isSameAs(another);
        assertThat(table.tasksKept()).isEqualTo(before);
    }

    @Test
    void tasks_that_nobody_has_any_more_are_taken_out() throws InterruptedException {
        int before = table.tasksKept();
        Runnable held = new FutureTask<>(() -> null);
        Lineage.submitted(held);
        for (int i = 0; i < 1_000; i++) {
            Lineage.submitted(new FutureTask<>(() -> null));
        }
        assertThat(table.tasksKept()).isEqualTo(before + 1_001);
        for (int i = 0; i < 1_000 && table.tasksKept() > before + 1; i++) {
            System.gc();
            table.sweep(0, GRACE);
        }

        assertThat(table.tasksKept()).isEqualTo(before + 1);
        var seen = new AtomicReference<Object>();
        runOnWorker(held, () -> seen.set(table.scopeOf(Thread.currentThread().threadId())));
        assertThat(seen.get()).isSameAs(scope);
    }

    @Test
    void a_thread_that_has_ended_is_known_for_a_while_and_then_taken_out() throws InterruptedException {
        Thread virtual = start(virtual());
        end(virtual);
        int before = table.kept();

        table.sweep(0, GRACE);
        table.sweep(GRACE - 1, GRACE);
        assertThat(table.scopeOf(virtual.threadId())).isSameAs(scope);
        table.sweep(GRACE, GRACE);
        assertThat(table.scopeOf(virtual.threadId())).isNull();
        assertThat(table.kept()).isEqualTo(before - 1);
    }

    @Test
    void one_that_lives_and_one_that_has_begun_to_live_meanwhile_are_left() {
        Thread alive = start(virtual());
        Thread soon = virtual();
        Lineage.starting(soon);

        table.sweep(0, GRACE);
        soon.start();
        started.add(soon);
        table.sweep(GRACE, GRACE);
        table.sweep(2 * GRACE - 1, GRACE);

        assertThat(table.scopeOf(alive.threadId())).isSameAs(scope);
        assertThat(table.scopeOf(soon.threadId())).isSameAs(scope);
    }

    /** Ids that are a multiple of the number of buckets apart are in one bucket. */
    @Test
    void of_many_threads_in_one_bucket_each_can_be_taken_out() throws InterruptedException {
        int before = table.kept();
        for (int i = 0; i < 200_000; i++) {
            Lineage.starting(virtual());
        }
        Thread alive = start(virtual());
        assertThat(table.kept()).isEqualTo(before + 200_001);

        table.sweep(0, GRACE);
        table.sweep(GRACE, GRACE);

        assertThat(table.kept()).isEqualTo(before + 1);
        assertThat(table.scopeOf(alive.threadId())).isSameAs(scope);
    }

    @Test
    void threads_started_at_the_same_time_are_all_noted() throws InterruptedException {
        int before = table.kept();
        var starters = new ArrayList<Thread>();
        for (int i = 0; i < 4; i++) {
            starters.add(start(new Thread(() -> {
                for (int k = 0; k < 20_000; k++) {
                    Lineage.starting(virtual());
                }
            })));
        }
        for (Thread starter : starters) {
            starter.join();
        }

        assertThat(table.kept()).isEqualTo(before + 4 + 4 * 20_000);
        assertThat(table.lost()).isZero();
    }
}
