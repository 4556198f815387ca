package dev.snag.runtime.service;

import dev.snag.runtime.slots.CarrierSlots;
import dev.snag.runtime.stretch.FollowedScopes;
import dev.snag.runtime.stretch.FollowedScopes.Stretches;
import dev.snag.runtime.stretch.StretchWitness;
import java.util.concurrent.atomic.AtomicLongArray;

/** The scopes of {@code assertUnmounts}, as tokens and numbers. */
final class UnmountScopes {

    private final FollowedScopes scopes;
    private final StretchWitness witness;

    UnmountScopes(CarrierSlots slots) {
        scopes = new FollowedScopes(slots, System::nanoTime);
        witness = new StretchWitness(slots, System::nanoTime);
    }

    /**
     * Begins a scope of the calling virtual thread; null where its mount is not seen.
     *
     * @param mostNanos the longest stretch that is fine; 0 where only an unmount is asked for
     */
    Object begin(long mostNanos) {
        StretchWitness.Watched watched = mostNanos > 0 ? witness.watch(Thread.currentThread(), mostNanos) : null;
        AtomicLongArray scope = scopes.begin();
        if (scope == null) {
            witness.release(watched);
            return null;
        }
        return new Object[] {scope, watched};
    }

    /** Ends it; how many unmounts, how long in all, the longest stretch and when that began, in nanoseconds, and its stack or null. */
    Object end(Object token) {
        var parts = (Object[]) token;
        var watched = (StretchWitness.Watched) parts[1];
        if (watched != null) {
            watched.end();
        }
        Stretches stretches = scopes.end((AtomicLongArray) parts[0]);
        witness.release(watched);
        StackTraceElement[] stack = watched == null ? null : watched.stack();
        return new Object[] {
            stretches.unmounts(), stretches.nanos(), stretches.longestNanos(), stretches.longestBegin(), stack
        };
    }
}
