package dev.snag.runtime.service;

import dev.snag.findings.Occurrence;
import dev.snag.findings.jsonl.JsonlWriter;
import dev.snag.findings.policy.PolicyError;
import dev.snag.runtime.jvm.OwnThreads;
import dev.snag.runtime.options.Thresholds;
import dev.snag.runtime.slots.CarrierSlot;
import dev.snag.runtime.slots.CarrierSlots;
import dev.snag.runtime.tests.TestScope;
import dev.snag.runtime.tests.TestScopes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** What an extension of a test framework asks: scopes of tests, and what was found of each. */
final class TestWatch {

    /** Of what is said here; a later one adds. */
    private static final long PROTOCOL = 1;

    private static final long LET_GO_NANOS = 50_000_000;

    private static final long PAUSE_NANOS = 1_000_000;
    /** On a machine that is very busy; a look and a line take well below a millisecond else. */
    private static final long LONGEST_LOOK_NANOS = 20_000_000_000L;

    /** How often it is asked meanwhile whether there is still somebody who looks. */
    private static final long SLICE_NANOS = 50_000_000;

    private final CarrierSlots slots;
    private final Host host;
    private volatile TestScopes scopes;

    TestWatch(CarrierSlots slots, Host host) {
        this.slots = slots;
        this.host = host;
    }

    /** Null as long as nobody has begun. */
    TestScopes scopes() {
        return scopes;
    }

    /** From now on it is noted who starts whom; returns {@link #PROTOCOL}, or why that cannot be. */
    synchronized Object begin() {
        if (!host.watching()) {
            return "the agent is there, but does not watch: the mount hook is off, or the watch has ended";
        }
        if (scopes == null) {
            host.demand();
            TestScopes begun;
            try {
                begun = new TestScopes(host.weaveLineage());
            } catch (Exception e) {
                return "who starts a thread cannot be seen in this JVM: " + e;
            }
            // Like all threads of ours by the recorder: it keeps nothing of the caller's.
            host.ledger().chore(() -> OwnThreads.daemon("snag-tests", begun).start());
            scopes = begun;
        }
        return PROTOCOL;
    }

    /** Opens a scope; returns it, or what is wrong with the options. */
    Object open(String name, Map<String, String> options, Object parent) {
        Thresholds own = null;
        String most = options.get("max-blocking-time");
        if (most != null) {
            own = Thresholds.parse(most);
            if (own == null) {
                return "maxBlockingTime is '" + most
                        + "'; write a number above 0 with ns, us, ms or s, such as 50ms, or off";
            }
        }
        try {
            TestScope scope = scopes.open(name, own, options.getOrDefault("allow", ""), (TestScope) parent);
            if (own != null) {
                host.lookSoon(null);
            }
            return scope;
        } catch (PolicyError e) {
            return e.getMessage();
        }
    }

    Object enter(Object scope) {
        return scopes.enter((TestScope) scope);
    }

    void leave(Object binding) {
        scopes.leave(binding);
    }

    /** What was found so far, all that has ended by now included. */
    Map<String, Object> findings(Object scope) {
        TestScope of = (TestScope) scope;
        // A thread that has ended is joined a moment before its carrier notes the end of its mount.
        boolean seen = quietly(() -> settle(of, LET_GO_NANOS));
        return answer(of.found(), of.beyond(), seen);
    }

    /** Waits until no virtual thread of the scope holds a carrier or is about to, for so long at most; and ends it. */
    Map<String, Object> close(Object scope, long waitNanos) {
        TestScope of = (TestScope) scope;
        boolean seen = quietly(() -> settle(of, waitNanos));
        return answer(scopes.close(of), of.beyond(), seen);
    }

    /** What belongs to no test that runs, each once. */
    Map<String, Object> others() {
        boolean seen = quietly(this::look);
        return answer(scopes.takeOthers(), scopes.othersBeyond(), seen);
    }

    private Map<String, Object> answer(List<Occurrence> found, long beyond, boolean seen) {
        var lines = new ArrayList<String>(found.size());
        for (Occurrence occurrence : found) {
            lines.add(JsonlWriter.line(occurrence));
        }
        var answer = new LinkedHashMap<String, Object>();
        answer.put("lines", lines);
        answer.put("beyond", beyond);
        answer.put("seen", seen);
        answer.put("watching", host.watching());
        answer.put("lost", scopes.lost() + host.ledger().droppedCount());
        return answer;
    }

    private interface Waiting {
        boolean seen() throws InterruptedException;
    }

    /** A test may have interrupted its own thread, and is to find it so. */
    private static boolean quietly(Waiting waiting) {
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try {
                    return waiting.seen();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private boolean settle(TestScope scope, long waitNanos) throws InterruptedException {
        long until = System.nanoTime() + waitNanos;
        while (holdsOrRuns(scope) && System.nanoTime() - until < 0) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            LockSupport.parkNanos(this, PAUSE_NANOS);
        }
        return look();
    }

    /** States first: one that waits by then is either off its carrier or seen on it. */
    private boolean holdsOrRuns(TestScope scope) {
        if (scopes.runs(scope)) {
            return true;
        }
        long self = Thread.currentThread().threadId();
        for (CarrierSlot slot : slots.all()) {
            CarrierSlot.Mount mount = slot.mount();
            if (mount != null && mount.threadId() != self && scopes.of(mount.threadId()) == scope) {
                return true;
            }
        }
        return false;
    }

    /** Has the monitor look, and waits until all is recorded that it saw by then; returns whether that came. */
    private boolean look() throws InterruptedException {
        var recorded = new CountDownLatch(1);
        long until = System.nanoTime() + LONGEST_LOOK_NANOS;
        do { // again and again, as the recorder's queue may be full
            host.lookSoon(recorded::countDown);
            if (recorded.await(SLICE_NANOS, TimeUnit.NANOSECONDS)) {
                return true;
            }
        } while (host.watching() && System.nanoTime() - until < 0);
        return false;
    }
}
