package dev.snag.runtime.tests;

import dev.snag.findings.Occurrence;
import dev.snag.findings.policy.AllowRules;
import dev.snag.runtime.options.Thresholds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A test, or a class of tests, while it runs, and what was found of its threads. Memory is bounded: of more than
 * {@link #MOST} findings the others are counted.
 */
public final class TestScope {

    static final int MOST = 1_000;

    private final String name;
    private final Thresholds thresholds;
    private final AllowRules allowed;
    private final TestScope parent;
    /** By id; the value is null once it has been handed out for good. */
    private final Map<String, Occurrence> found = new LinkedHashMap<>();

    private long beyond;
    private boolean closed;

    /**
     * An open one, in which nothing was found yet.
     *
     * @param name as findings have it in {@code test}
     * @param thresholds of its own; null for those of the JVM
     * @param allowed what is all right in it
     * @param parent takes what comes when this one is closed; null for none
     */
    TestScope(String name, Thresholds thresholds, AllowRules allowed, TestScope parent) {
        this.name = name;
        this.thresholds = thresholds;
        this.allowed = allowed;
        this.parent = parent;
    }

    /** As findings have it in {@code test}. */
    public String name() {
        return name;
    }

    /** Its own, or else these. */
    public Thresholds thresholdsOr(Thresholds general) {
        return thresholds == null ? general : thresholds;
    }

    /** What is all right in it. */
    public AllowRules allowed() {
        return allowed;
    }

    long least() {
        return thresholds == null ? Thresholds.OFF : thresholds.least();
    }

    /** Takes a line of a finding; returns whether it, or one around it, is open to it still. */
    boolean take(Occurrence occurrence) {
        for (TestScope scope = this; scope != null; scope = scope.parent) {
            if (scope.takeItself(occurrence)) {
                return true;
            }
        }
        return false;
    }

    private synchronized boolean takeItself(Occurrence occurrence) {
        if (closed) {
            return found.containsKey(occurrence.id()); // it was told while it went on
        }
        if (found.containsKey(occurrence.id()) || found.size() < MOST) {
            found.put(occurrence.id(), occurrence);
        } else if (!occurrence.ongoing()) {
            beyond++;
        }
        return true;
    }

    /** The latest line of each finding, in the order in which they came. */
    public synchronized List<Occurrence> found() {
        var known = new ArrayList<Occurrence>();
        for (Occurrence occurrence : found.values()) {
            if (occurrence != null) {
                known.add(occurrence);
            }
        }
        return known;
    }

    /** How many more there were than are kept. */
    public synchronized long beyond() {
        return beyond;
    }

    /** Nothing is taken any more, and of what was found the ids alone are kept: its threads may live for long. */
    synchronized List<Occurrence> close() {
        List<Occurrence> all = found();
        closed = true;
        found.replaceAll((id, occurrence) -> null);
        return all;
    }
}
