package dev.snag.runtime.creation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.runtime.bridge.Creations;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls what the hook calls. */
final class CreationSitesTest {

    private CreationSites sites;

    @BeforeEach
    void keepFour() throws ReflectiveOperationException {
        sites = new CreationSites(Creations.class, 3);
    }

    private static Thread unstarted() {
        return Thread.ofVirtual().unstarted(LockSupport::park);
    }

    private static Thread started() {
        Thread thread = unstarted();
        Creations.starting(thread);
        thread.start();
        return thread;
    }

    private static void end(Thread thread) throws InterruptedException {
        while (thread.isAlive()) {
            LockSupport.unpark(thread);
            thread.join(java.time.Duration.ofMillis(1));
        }
    }

    @Test
    void a_thread_that_lives_has_its_creator_and_its_creators_stack() throws Exception {
        Thread thread = started();

        Started found = sites.of(thread.threadId());

        assertThat(found.creator().id()).isEqualTo(Thread.currentThread().threadId());
        assertThat(found.creator().name()).isEqualTo(Thread.currentThread().getName());
        assertThat(found.frames().getFirst().getMethodName()).isEqualTo("started");
        end(thread);
    }

    @Test
    void another_thread_has_none() throws Exception {
        Thread thread = started();

        assertThat(sites.of(thread.threadId() + 4)).isNull();
        assertThat(sites.of(thread.threadId() + 1)).isNull();
        end(thread);
    }

    @Test
    void what_belongs_to_a_thread_that_has_ended_is_taken_out_at_the_second_sweep() throws Exception {
        Thread thread = started();
        end(thread);

        sites.sweep();
        assertThat(sites.of(thread.threadId())).isNotNull();
        sites.sweep();
        assertThat(sites.of(thread.threadId())).isNull();
        assertThat(sites.kept()).isZero();
    }

    @Test
    void what_belongs_to_a_thread_that_lives_is_left() throws Exception {
        Thread thread = started();

        sites.sweep();
        sites.sweep();
        sites.sweep();

        assertThat(sites.of(thread.threadId())).isNotNull();
        end(thread);
    }

    @Test
    void a_thread_that_is_about_to_start_at_one_sweep_is_left() throws Exception {
        Thread thread = unstarted();
        Creations.starting(thread);

        sites.sweep();
        thread.start();
        sites.sweep();
        sites.sweep();

        assertThat(sites.of(thread.threadId())).isNotNull();
        end(thread);
    }

    @Test
    void no_more_are_kept_than_there_is_room_for_and_the_latest_are() {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            Thread thread = unstarted();
            threads.add(thread);
            Creations.starting(thread);
        }

        assertThat(sites.kept()).isLessThanOrEqualTo(4);
        assertThat(sites.of(threads.getLast().threadId())).isNotNull();
        assertThat(sites.of(threads.getFirst().threadId())).isNull();
    }
}
