package dev.snag.runtime.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.runtime.slots.CarrierSlot;
import dev.snag.runtime.slots.CarrierSlots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Platform threads play carriers and call the hooks themselves. */
@Timeout(30)
class BridgeTest {

    private static final int CARRIERS = 40;
    private static final int MOUNTS = 1_000;
    private static final Path SELF = Path.of("/proc/thread-self");

    private final Thread virtual = Thread.ofVirtual().unstarted(() -> {});
    private final CarrierSlots slots;

    BridgeTest() throws ReflectiveOperationException {
        slots = new CarrierSlots(Bridge.class);
    }

    private static void assumeThatTheKernelTells() {
        Assumptions.assumeTrue(Files.exists(SELF), "Linux");
    }

    private CarrierSlot own() {
        return slots.of(Thread.currentThread().threadId());
    }

    @Test
    void carriers_that_register_at_the_same_time_have_a_slot_each_and_lose_no_mount() throws Exception {
        var start = new CountDownLatch(1);
        var carriers = new ArrayList<Thread>();
        for (int i = 0; i < CARRIERS; i++) {
            carriers.add(Thread.ofPlatform().start(() -> {
                try {
                    start.await();
                } catch (InterruptedException e) {
                    return;
                }
                for (int mount = 0; mount < MOUNTS; mount++) {
                    Bridge.mounted(virtual);
                    Bridge.unmounted();
                }
            }));
        }
        start.countDown();

        for (Thread carrier : carriers) {
            carrier.join();
            CarrierSlot slot = slots.of(carrier.threadId());
            assertThat(slot.mounts()).isEqualTo(MOUNTS);
            assertThat(slot.mount()).isNull();
            slots.forget(slot);
        }
    }

    @Test
    void a_watched_end_is_noted_with_the_parks_in_it_and_another_is_not() {
        Bridge.mounted(virtual);
        long unwatched = own().epoch();
        Bridge.unmounted();
        Bridge.mounted(virtual);
        long watched = own().epoch();
        assertThat(own().watch(watched, false)).isTrue();
        Bridge.parking(virtual, Thread.currentThread());
        Bridge.parked(Thread.currentThread());
        CarrierSlot.Mount mount = own().mount();
        Bridge.unmounted();

        assertThat(own().watch(unwatched, false)).isFalse();
        assertThat(own().lastEnd().mount()).isEqualTo(mount);
        assertThat(own().lastEnd().parks().count()).isEqualTo(1);
        assertThat(mount.threadId()).isEqualTo(virtual.threadId());
    }

    @Test
    void an_exit_without_an_entry_and_a_park_without_a_carrier_change_nothing() {
        Bridge.mounted(virtual);
        Bridge.unmounted();
        long epoch = own().epoch();
        long parks = own().pinnedParks();
        Bridge.unmounted();
        Bridge.parking(virtual, null);
        Bridge.parked(null);

        assertThat(own().epoch()).isEqualTo(epoch);
        assertThat(own().pinnedParks()).isEqualTo(parks);
    }

    @Test
    void a_carrier_says_what_the_kernel_calls_it() throws Exception {
        assumeThatTheKernelTells();
        var known = new ArrayList<String>();
        Thread carrier = Thread.ofPlatform().start(() -> {
            Bridge.mounted(virtual);
            Bridge.unmounted();
            try {
                known.add(Files.readSymbolicLink(SELF).getFileName().toString());
            } catch (IOException e) {
                known.add(e.toString());
            }
        });
        carrier.join();
        CarrierSlot slot = slots.of(carrier.threadId());
        slots.forget(slot);

        assertThat(known).containsExactly(String.valueOf(slot.task()));
    }

    @Test
    void of_a_carrier_that_another_thread_tells_of_the_kernels_name_is_not_known() {
        var carrier = new Thread("carrier");
        Bridge.parking(virtual, carrier);
        CarrierSlot slot = slots.of(carrier.threadId());
        slots.forget(slot);

        assertThat(slot.task()).isZero();
    }

    @Test
    void unless_the_carrier_lets_go_itself_of_a_thread_whose_mount_nobody_saw() throws InterruptedException {
        assumeThatTheKernelTells();
        long[] task = new long[1];
        var carrier = new Thread(() -> {
            Thread self = Thread.currentThread();
            CompletableFuture.runAsync(() -> Bridge.parking(virtual, self)).join();
            CompletableFuture.runAsync(() -> Bridge.parked(self)).join();
            Bridge.unmounted();
            CarrierSlot slot = slots.of(self.threadId());
            task[0] = slot.task();
            slots.forget(slot);
        });
        carrier.start();
        carrier.join();

        assertThat(task[0]).isPositive();
    }

    @Test
    void an_entry_whose_exit_was_missed_begins_another_mount() {
        Bridge.mounted(virtual);
        long epoch = own().epoch();
        Bridge.mounted(virtual);

        assertThat(own().epoch()).isEqualTo(epoch + 2);
        Bridge.unmounted();
    }

    @Test
    void an_error_of_the_witness_is_counted_and_kept_from_the_application() {
        long before = slots.errors();
        slots.setWitness((thread, carrier) -> {
            throw new StackOverflowError();
        });
        try {
            Bridge.parking(virtual, Thread.currentThread());
        } finally {
            slots.setWitness(null);
        }
        Bridge.parked(Thread.currentThread());

        assertThat(slots.errors()).isEqualTo(before + 1);
    }
}
