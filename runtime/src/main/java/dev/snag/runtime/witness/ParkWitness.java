package dev.snag.runtime.witness;

import dev.snag.runtime.diagnosis.Evidence;
import dev.snag.runtime.diagnosis.PinWitness;
import dev.snag.runtime.monitor.PinWitnesses;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/**
 * Asked by the hook at the start of a pinned park, on the parking thread: keeps its stack, in case the monitor comes too
 * late to see it, and until JDK 23 the frame that pins, as only the thread itself can tell its monitors.
 *
 * <p>It runs within a hook: every class and call site it needs has been used once by {@link #open}. It is given two hundredths
 * of a thread's time at most.
 */
public final class ParkWitness implements BiConsumer<Thread, Thread>, PinWitnesses {

    private static final String PARK = "parkOnCarrierThread";

    private final ConcurrentHashMap<Long, Account> byCarrier = new ConcurrentHashMap<>();
    private final PinWalk walk;

    /** The last account of a carrier; one object per carrier, so that a hook seldom allocates in the map. */
    private static final class Account {
        private volatile Seen last;
    }

    /**
     * One account.
     *
     * @param pin the frame that pins; null from JDK 24 on
     * @param stack made in place; its elements are read elsewhere
     */
    private record Seen(long threadId, long nanos, PinWitness pin, Throwable stack) {}

    private ParkWitness(PinWalk walk) {
        this.walk = walk;
    }

    /**
     * Opens it, and uses all of it once.
     *
     * @param jdk feature version of the JVM
     * @throws ReflectiveOperationException where a JDK before 24 has no walker that tells monitors
     */
    public static ParkWitness open(int jdk) throws ReflectiveOperationException {
        var witness = new ParkWitness(jdk < Evidence.MONITORS_UNMOUNT ? PinWalk.open() : null);
        witness.rehearse();
        return witness;
    }

    private void rehearse() {
        Thread self = Thread.currentThread();
        accept(self, self);
        of(self.threadId(), self.threadId(), 0);
        byCarrier.clear();
    }

    @Override
    public void accept(Thread virtual, Thread carrier) {
        PinWitness pin = walk == null ? null : walk.now();
        var seen = new Seen(virtual.threadId(), System.nanoTime(), pin, new Throwable());
        Long key = carrier.threadId();
        Account account = byCarrier.get(key);
        if (account == null) {
            account = new Account();
            byCarrier.put(key, account);
        }
        account.last = seen;
    }

    @Override
    public PinWitness of(long carrierId, long threadId, long since) {
        Seen seen = seen(carrierId, threadId, since);
        return seen == null ? null : seen.pin;
    }

    @Override
    public List<StackTraceElement> stackOf(long carrierId, long threadId, long since) {
        Seen seen = seen(carrierId, threadId, since);
        if (seen == null) {
            return List.of();
        }
        StackTraceElement[] frames = seen.stack.getStackTrace();
        int from = 0;
        while (from < frames.length && !frames[from].getMethodName().equals(PARK)) {
            from++; // the hook's own
        }
        return List.of(Arrays.copyOfRange(frames, from, frames.length));
    }

    private Seen seen(long carrierId, long threadId, long since) {
        Account account = byCarrier.get(carrierId);
        Seen last = account == null ? null : account.last;
        return last != null && last.threadId == threadId && last.nanos - since >= 0 ? last : null;
    }

    @Override
    public void forgetBefore(long nanos) {
        for (Account account : byCarrier.values()) {
            Seen last = account.last;
            if (last != null && last.nanos - nanos < 0) {
                account.last = null; // a newer one that comes in this very moment is lost, and was not needed
            }
        }
    }
}
