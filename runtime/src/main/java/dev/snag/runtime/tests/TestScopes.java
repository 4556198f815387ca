package dev.snag.runtime.tests;

import dev.snag.findings.Occurrence;
import dev.snag.findings.policy.AllowRules;
import dev.snag.findings.policy.PolicyError;
import dev.snag.runtime.options.Thresholds;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** The tests that run, the threads that belong to them, and what belongs to none. */
public final class TestScopes implements Runnable {

    private static final long PAUSE_NANOS = 1_000_000_000;
    /** For how long an ended thread is known: its last hold may be reported by then. */
    private static final long GRACE_NANOS = 3_000_000_000L;

    private static final int TOLD_KEPT = 10_000;

    private final LineageTable lineage;
    private final Set<TestScope> open = ConcurrentHashMap.newKeySet();
    private final Map<String, Occurrence> others = new LinkedHashMap<>();
    private final Set<String> told = new LinkedHashSet<>();
    private long otherCount;
    private volatile long least = Thresholds.OFF;

    /**
     * None yet.
     *
     * @param bridge the class {@code Lineage}, or its copy under another name
     * @throws ReflectiveOperationException where it is not such a class
     */
    public TestScopes(Class<?> bridge) throws ReflectiveOperationException {
        lineage = new LineageTable(bridge);
    }

    /**
     * Opens one.
     *
     * @param thresholds of its own; null for those of the JVM
     * @param rules what is all right in it, a rule a line
     * @param parent takes what comes too late for it; null for none
     * @throws PolicyError for the first line that is no rule
     */
    public TestScope open(String name, Thresholds thresholds, String rules, TestScope parent) throws PolicyError {
        var scope = new TestScope(name, thresholds, AllowRules.parse(name, rules), parent);
        open.add(scope);
        adoptLeast();
        return scope;
    }

    /** Binds the calling thread, and all that it starts from now on, to a scope; returns what ends that. */
    public Object enter(TestScope scope) {
        return lineage.enter(scope);
    }

    /** Ends a binding; threads that were started keep theirs. */
    public void leave(Object binding) {
        lineage.leave(binding);
    }

    /** Ends a scope; returns what was found. What comes later goes to the scope around it. */
    public List<Occurrence> close(TestScope scope) {
        open.remove(scope);
        adoptLeast();
        return scope.close();
    }

    private synchronized void adoptLeast() {
        long all = Thresholds.OFF;
        for (TestScope scope : open) {
            all = Math.min(all, scope.least());
        }
        least = all;
    }

    /** The least threshold that an open scope has of its own; {@link Thresholds#OFF} for none. */
    public long least() {
        return least;
    }

    /** Whose this thread is; null for nobody's. */
    public TestScope of(long threadId) {
        return (TestScope) lineage.scopeOf(threadId);
    }

    /** Whose all these threads are; null where they are several tests', or one is nobody's. */
    public TestScope of(List<Long> threadIds) {
        TestScope common = threadIds.isEmpty() ? null : of(threadIds.getFirst());
        for (Long id : threadIds) {
            if (of(id) != common) {
                return null;
            }
        }
        return common;
    }

    /** Takes a line of a finding. */
    public void found(Occurrence occurrence, TestScope scope) {
        if (scope == null || !scope.take(occurrence)) {
            foundOther(occurrence);
        }
    }

    private synchronized void foundOther(Occurrence occurrence) {
        if (told.contains(occurrence.id())) {
            return;
        }
        if (others.containsKey(occurrence.id()) || others.size() < TestScope.MOST) {
            others.put(occurrence.id(), occurrence);
        } else if (!occurrence.ongoing()) {
            otherCount++;
        }
    }

    /** What belongs to no test that runs, each once. */
    public synchronized List<Occurrence> takeOthers() {
        var taken = new ArrayList<>(others.values());
        others.clear();
        // Another line of it may come: of its end, or with what the VM has said of it meanwhile.
        for (Occurrence occurrence : taken) {
            told.add(occurrence.id());
        }
        for (Iterator<String> eldest = told.iterator(); told.size() > TOLD_KEPT; ) {
            eldest.next();
            eldest.remove();
        }
        return taken;
    }

    /** How many more there were than are kept. */
    public synchronized long othersBeyond() {
        return otherCount;
    }

    /** Virtual threads of a scope that run or are about to, as far as their state says. */
    public boolean runs(TestScope scope) {
        Thread self = Thread.currentThread();
        for (Thread thread : lineage.threadsOf(scope)) {
            if (thread != self && thread.isVirtual() && thread.getState() == Thread.State.RUNNABLE) {
                return true;
            }
        }
        return false;
    }

    /** Threads that could not be noted, so that nobody knows whose their findings are. */
    public long lost() {
        return lineage.lost();
    }

    /** Forgets threads that have ended, for as long as the JVM lives. */
    @Override
    public void run() {
        while (!Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(this, PAUSE_NANOS);
            lineage.sweep(System.nanoTime(), GRACE_NANOS);
        }
    }
}
