package dev.snag.runtime.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.findings.ThreadRef;
import dev.snag.runtime.bridge.Bridge;
import dev.snag.runtime.excuse.PauseLog;
import dev.snag.runtime.jvm.Jvm;
import dev.snag.runtime.jvm.RunDelay;
import dev.snag.runtime.jvm.Sight;
import dev.snag.runtime.jvm.StackSight;
import dev.snag.runtime.options.Thresholds;
import dev.snag.runtime.slots.CarrierSlots;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** In real time: platform threads play carriers and call the hooks themselves, each until the monitor has told of it. */
@Timeout(30)
class OverTheRealBridgeTest {

    private static final long T = 20_000_000;
    private static final int CARRIERS = 4;

    private final Map<Thread, Thread> mounted = new ConcurrentHashMap<>();
    private final Told told = new Told();
    private final CarrierSlots slots;
    private final HoldMonitor monitor;

    OverTheRealBridgeTest() throws ReflectiveOperationException {
        slots = new CarrierSlots(Bridge.class);
        monitor = new HoldMonitor(
                System::nanoTime,
                slots,
                new OnlyMounts(),
                new PauseLog(() -> -1, System.nanoTime()),
                PinWitnesses.NONE,
                Thresholds.of(T),
                Scope.ALL,
                told,
                25);
    }

    @Test
    void each_hold_is_told_while_it_lasts_and_once_more_with_its_measured_length() throws Exception {
        var holders = new ArrayList<Holder>();
        for (int i = 0; i < CARRIERS; i++) {
            var holder = new Holder(i);
            holders.add(holder);
            holder.start();
        }
        lookUntil(() -> told.ongoing.size() == CARRIERS);
        holders.forEach(holder -> holder.letGo.countDown());
        lookUntil(() -> told.ended.size() == CARRIERS);

        for (Holder holder : holders) {
            holder.join();
            HoldReport report = told.ended.get(holder.virtual.threadId());
            assertThat(report.carrier().id()).isEqualTo(holder.threadId());
            assertThat(report.nanos()).isBetween(holder.atLeast, holder.atMost).isGreaterThanOrEqualTo(T);
            assertThat(report.number())
                    .isEqualTo(told.ongoing.get(holder.virtual.threadId()).number());
        }
        lookUntil(() -> slots.present().stream().noneMatch(slot -> isOf(holders, slot.carrierId())));
    }

    private static boolean isOf(List<Holder> holders, long id) {
        return holders.stream().anyMatch(holder -> holder.threadId() == id);
    }

    private void lookUntil(java.util.function.BooleanSupplier reached) {
        while (!reached.getAsBoolean()) {
            assertThat(Thread.interrupted()).as("timed out").isFalse();
            long due = monitor.look();
            LockSupport.parkNanos(due - System.nanoTime());
        }
    }

    private final class Holder extends Thread {
        private final CountDownLatch letGo = new CountDownLatch(1);
        private final Thread virtual;
        private long atLeast;
        private long atMost;

        Holder(int number) {
            super("carrier-" + number);
            virtual = Thread.ofVirtual().name("held-" + number).unstarted(() -> {});
        }

        @Override
        public void run() {
            mounted.put(this, virtual);
            long before = System.nanoTime();
            Bridge.mounted(virtual);
            long after = System.nanoTime();
            try {
                letGo.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            atLeast = System.nanoTime() - after;
            Bridge.unmounted();
            atMost = System.nanoTime() - before;
        }
    }

    private static final class Told implements HoldListener {
        private final Map<Long, HoldReport> ongoing = new ConcurrentHashMap<>();
        private final Map<Long, HoldReport> ended = new ConcurrentHashMap<>();

        @Override
        public void overThreshold(HoldReport report) {
            HoldReport before =
                    (report.ongoing() ? ongoing : ended).put(report.thread().id(), report);
            assertThat(report.ongoing() || before == null).isTrue();
        }

        @Override
        public void excused(HoldReport report) {
            throw new AssertionError(report);
        }

        @Override
        public void failed(String where, Throwable failure) {
            throw new AssertionError(failure);
        }
    }

    private final class OnlyMounts implements Jvm {
        @Override
        public Thread mountedOn(Thread carrier) {
            return mounted.get(carrier);
        }

        @Override
        public boolean tellsMounted() {
            return true;
        }

        @Override
        public Sight sight(Thread virtual, Thread carrier) {
            return new Sight(Sight.VirtualState.PINNED, carrier.getState(), 0);
        }

        @Override
        public StackSight stack(Thread virtual) {
            return StackSight.NONE;
        }

        @Override
        public StackSight stackAtMonitor(Thread virtual) {
            return stack(virtual);
        }

        @Override
        public boolean compensated(Thread carrier) {
            return false;
        }

        @Override
        public boolean inNative(Thread carrier) {
            return false;
        }

        @Override
        public boolean suspended(Thread carrier) {
            return false;
        }

        @Override
        public boolean isBeginning(Thread carrier) {
            return false;
        }

        @Override
        public List<Initializer> initializers(List<Thread> virtualThreads) {
            return List.of();
        }

        @Override
        public ThreadRef ownerOf(StackSight waiting, List<Thread> others) {
            return null;
        }

        @Override
        public String descriptorOf(long task) {
            return null;
        }

        @Override
        public RunDelay runDelay(long carrierId, long task) {
            return RunDelay.UNKNOWN;
        }

        @Override
        public void forget(long task) {}

        @Override
        public long cpuNanos(long carrierId) {
            return -1;
        }
    }
}
