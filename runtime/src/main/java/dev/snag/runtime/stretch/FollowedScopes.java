package dev.snag.runtime.stretch;

import dev.snag.runtime.bridge.Bridge;
import dev.snag.runtime.slots.CarrierSlots;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * Scopes of virtual threads in which each stretch between two unmounts is measured. The hooks measure all stretches that end
 * within the scope; the last one, which does not, is measured by the thread itself.
 */
public final class FollowedScopes {

    /** How long the exit hook of an earlier carrier is waited for: that one may have been taken off its processor. */
    private static final long MOST_WAIT_NANOS = 2_000_000_000;

    private static final long PAUSE_NANOS = 50_000;

    private final CarrierSlots slots;
    private final LongSupplier clock;
    private boolean prepared;

    /**
     * Over the slots of the bridge.
     *
     * @param clock {@code System.nanoTime()}
     */
    public FollowedScopes(CarrierSlots slots, LongSupplier clock) {
        this.slots = slots;
        this.clock = clock;
    }

    /**
     * What a scope was like.
     *
     * @param unmounts of its thread in it
     * @param nanos from its beginning to its end
     * @param longestNanos the longest stretch without unmount
     * @param longestBegin when that began, in nanoseconds from the scope's beginning
     */
    public record Stretches(long unmounts, long nanos, long longestNanos, long longestBegin) {}

    /** Begins a scope of the virtual thread that calls; null where its mount is not seen. */
    public AtomicLongArray begin() {
        prepare();
        long thread = Thread.currentThread().threadId();
        Long mount = slots.mountOf(thread);
        if (mount == null) {
            return null;
        }
        var scope = new AtomicLongArray(Bridge.SCOPE_LENGTH);
        scope.set(Bridge.SCOPE_THREAD, thread);
        scope.set(Bridge.SCOPE_FIRST_MOUNT, mount);
        scope.set(Bridge.SCOPE_LAST_MOUNT, mount);
        long begin = clock.getAsLong();
        scope.set(Bridge.SCOPE_BEGIN, begin);
        scope.set(Bridge.SCOPE_LONGEST_BEGIN, begin);
        AtomicLongArray[] present;
        do { // no lambda: linking it would be a part of the first stretch
            present = slots.followed().get();
        } while (!slots.followed().compareAndSet(present, with(present, scope)));
        return scope;
    }

    /** Ends a scope, on its own thread. */
    public Stretches end(AtomicLongArray scope) {
        long end = clock.getAsLong();
        scope.set(Bridge.SCOPE_END, end == 0 ? 1 : end);
        long begin = scope.get(Bridge.SCOPE_BEGIN);
        long mounts = scope.get(Bridge.SCOPE_MOUNTS);
        awaitMeasures(scope, mounts);
        slots.followed().updateAndGet(present -> without(present, scope));
        long from = mounts == 0 ? begin : scope.get(Bridge.SCOPE_LAST_MOUNT);
        long last = end - from;
        long longest = scope.get(Bridge.SCOPE_LONGEST);
        return last >= longest
                ? new Stretches(mounts, end - begin, last, from - begin)
                : new Stretches(mounts, end - begin, longest, scope.get(Bridge.SCOPE_LONGEST_BEGIN) - begin);
    }

    private void awaitMeasures(AtomicLongArray scope, long mounts) {
        long until = clock.getAsLong() + MOST_WAIT_NANOS;
        while (scope.get(Bridge.SCOPE_MEASURED) < mounts && clock.getAsLong() - until < 0) {
            LockSupport.parkNanos(this, PAUSE_NANOS);
        }
    }

    private synchronized void prepare() {
        if (!prepared) {
            slots.prepareToFollow();
            prepared = true;
        }
    }

    private static AtomicLongArray[] with(AtomicLongArray[] present, AtomicLongArray scope) {
        if (present == null) {
            return new AtomicLongArray[] {scope};
        }
        AtomicLongArray[] more = Arrays.copyOf(present, present.length + 1);
        more[present.length] = scope;
        return more;
    }

    private static AtomicLongArray[] without(AtomicLongArray[] present, AtomicLongArray scope) {
        AtomicLongArray[] fewer =
                Arrays.stream(present).filter(each -> each != scope).toArray(AtomicLongArray[]::new);
        return fewer.length == 0 ? null : fewer;
    }
}
