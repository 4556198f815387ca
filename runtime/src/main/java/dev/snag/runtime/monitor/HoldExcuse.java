package dev.snag.runtime.monitor;

import dev.snag.findings.ExcuseReason;
import dev.snag.findings.Kind;
import dev.snag.runtime.diagnosis.Look;
import dev.snag.runtime.excuse.Excuse;
import dev.snag.runtime.excuse.RunAccounts;
import dev.snag.runtime.slots.CarrierSlot.Mount;
import dev.snag.runtime.slots.CarrierSlot.Parks;
import java.util.List;

/**
 * How much of one hold was not the program's doing. What the looks saw is stretched over the whole hold, and what the kernel
 * proves of the carrier's time sets bounds to that on both sides: no excuse is so long that less is left than was computed,
 * nor so short that more is left than can have been the hold's own.
 */
final class HoldExcuse {

    private static final long UNKNOWN = -1;

    private final Mount mount;
    private final WatchedCarrier on;
    private final HoldMonitor monitor;
    private final List<Look> looks;
    private long firstDelay = UNKNOWN;
    private long lastDelay = UNKNOWN;
    private boolean suspended;
    private boolean visited;
    private Excuse beforeItBegan = Excuse.NONE;

    /**
     * None yet.
     *
     * @param looks that are kept of it; they become more
     */
    HoldExcuse(Mount mount, List<Look> looks, WatchedCarrier on, HoldMonitor monitor) {
        this.mount = mount;
        this.looks = looks;
        this.on = on;
        this.monitor = monitor;
    }

    /** Somebody came while it lasted, whether or not there was anything to be seen. */
    void visit() {
        visited = true;
    }

    /** One more look at it. */
    void saw(Look look) {
        visit();
        if (look.runnable()) {
            suspended |= monitor.sampler().jvm().suspended(on.slot().carrier());
            lastDelay = look.runDelayNanos();
            firstDelay = firstDelay < 0 ? lastDelay : firstDelay;
        }
    }

    /** Whether a debugger had suspended the thread at one of the looks. */
    boolean suspended() {
        return suspended;
    }

    /** A look at a carrier that has not yet begun with the thread. */
    void hasNotBegun(long now) {
        visit();
        monitor.sampler().account(on.slot(), on.accounts());
        beforeItBegan = new Excuse(now - mount.start(), on.whyNotBegun());
    }

    /**
     * As it is known now of the hold until then, {@code System.nanoTime()}.
     *
     * @param parks pinned parks of the hold until then
     */
    Excuse until(long until, Kind kind, Parks parks) {
        long start = mount.start();
        long nanos = until - start;
        if (suspended) {
            return new Excuse(nanos, ExcuseReason.DEBUGGER);
        }
        monitor.pauses().refresh(monitor.now());
        RunAccounts accounts = on.accounts();
        monitor.sampler().account(on.slot(), accounts);
        Excuse seen = kind == Kind.CPU
                ? monitor.pauses()
                        .within(start, until)
                        .and(unwatched(start, until).atMost(nanos - parks.nanos()))
                        .or(offProcessor(nanos))
                        .or(didNotCompute(start, until, parks))
                : monitor.pauses()
                        .atTheEndsOf(start, until)
                        .and(waitForProcessor(nanos).atMost(accounts.waitedAtMost(start, until)));
        return seen.or(beforeItBegan)
                .or(wantOfProcessor(kind, until, parks))
                .atMost(nanos - accounts.computedAtLeast(start, until))
                .ifMaterialTo(nanos);
    }

    /**
     * One look tells what a hold does, not whether it had a processor. Where there was no second one as the monitor had none
     * itself, the hold is taken to have fared alike.
     */
    private Excuse unwatched(long start, long until) {
        return looks.size() < 2 ? monitor.pauses().monitorWithoutProcessor(start, until) : Excuse.NONE;
    }

    /**
     * Whoever is parked or waits at a monitor wants no processor, whatever the kernel says of the thread that is taken for the
     * carrier.
     */
    private Excuse wantOfProcessor(Kind kind, long until, Parks parks) {
        if (kind == Kind.PINNED || kind == Kind.MONITOR) {
            return Excuse.NONE;
        }
        return on.accounts().wantOfProcessor(mount.start(), until).atMost(until - mount.start() - parks.nanos());
    }

    /**
     * What computes is off the processor only where it was not given one, or was paused. Of Java code its processor time
     * tells, of native code the kernel; stretches of a mixed hold in which it did something else tell nothing.
     */
    private Excuse offProcessor(long nanos) {
        long seen = 0;
        long off = 0;
        for (int i = 1; i < looks.size(); i++) {
            Look before = looks.get(i - 1);
            Look now = looks.get(i);
            long stretch = now.nanos() - before.nanos();
            if (computes(before) && computes(now)) {
                long parked = now.parks().nanos() - before.parks().nanos();
                seen += stretch;
                off += stretch
                        - parked
                        - (now.sight().cpuNanos() - before.sight().cpuNanos());
            } else if (before.runDelayNanos() >= 0 && now.runDelayNanos() >= 0) {
                seen += stretch;
                off += now.runDelayNanos() - before.runDelayNanos();
            }
        }
        return stretched(off, seen, nanos);
    }

    /**
     * Where all that was seen is Java code: more than the carrier has computed it cannot have done, however few the looks. Where
     * nobody came to look, more than that cannot be told of it either.
     */
    private Excuse didNotCompute(long start, long until, Parks parks) {
        boolean onlyComputes = !looks.isEmpty()
                && looks.stream()
                        .allMatch(look -> computes(look) && !look.details().inNative());
        long computed = !visited || onlyComputes ? on.accounts().computedAtMost(start, until) : Long.MAX_VALUE;
        long off = until - start - parks.nanos() - computed;
        return computed == Long.MAX_VALUE || off <= 0 ? Excuse.NONE : new Excuse(off, ExcuseReason.NO_CPU);
    }

    private static boolean computes(Look look) {
        return look.inJava() && look.sight().cpuNanos() >= 0;
    }

    /** Of native code that may block only the kernel can say that it waited for a processor. */
    private Excuse waitForProcessor(long nanos) {
        if (firstDelay < 0 || lastDelay < 0) {
            return Excuse.NONE;
        }
        return stretched(
                lastDelay - firstDelay,
                looks.getLast().nanos() - looks.getFirst().nanos(),
                nanos);
    }

    /** What was seen between the first and the last look, over the whole hold. */
    private static Excuse stretched(long part, long seen, long nanos) {
        return part <= 0 || seen <= 0
                ? Excuse.NONE
                : new Excuse((long) (part / (double) seen * nanos), ExcuseReason.NO_CPU);
    }
}
