package dev.snag.runtime.diagnosis;

import dev.snag.findings.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How much of a hold was of which kind. Pinned parks are measured by the park hook, computing by the carrier's processor
 * time between two looks. The rest of the time between two looks belongs to both, half and half; where one of them shows
 * what is measured, it is the other's. Before the first look and after the last one it belongs to that look.
 * What is excused was no computing.
 */
final class Shares {

    /** At least this part of a stretch on the processor is computing. */
    static final double COMPUTING = 0.5;

    private final List<Look> looks;
    private final List<Kind> kinds = new ArrayList<>();
    private final Map<Kind, Long> nanos = new EnumMap<>(Kind.class);

    Shares(Evidence evidence) {
        looks = evidence.looks();
        for (int i = 0; i < looks.size(); i++) {
            kinds.add(kindAt(i));
        }
        if (looks.isEmpty()) {
            add(
                    Kind.CPU,
                    Kind.CPU,
                    evidence.end() - evidence.start(),
                    evidence.parks().nanos(),
                    -1);
            take(evidence.excused());
            return;
        }
        Look first = looks.getFirst();
        add(
                kinds.getFirst(),
                kinds.getFirst(),
                first.nanos() - evidence.start(),
                first.parks().nanos(),
                -1);
        for (int i = 1; i < looks.size(); i++) {
            Look before = looks.get(i - 1);
            Look look = looks.get(i);
            long parked = look.parks().nanos() - before.parks().nanos();
            add(kinds.get(i - 1), kinds.get(i), look.nanos() - before.nanos(), parked, cpuBefore(i));
        }
        Look last = looks.getLast();
        long parked = evidence.parks().nanos() - last.parks().nanos();
        add(kinds.getLast(), kinds.getLast(), evidence.end() - last.nanos(), parked, -1);
        take(evidence.excused());
    }

    private void take(long excused) {
        nanos.computeIfPresent(Kind.CPU, (kind, share) -> Math.max(0, share - excused));
    }

    /** One stretch between looks that show these kinds; {@code cpu} is -1 where it is not known. */
    private void add(Kind before, Kind after, long stretch, long parked, long cpu) {
        long pinned = clamp(parked, stretch);
        long computed = clamp(cpu, stretch - pinned);
        put(Kind.PINNED, pinned);
        put(Kind.CPU, computed);
        long rest = stretch - pinned - computed;
        boolean beforeIsMeasured = isMeasured(before, cpu);
        boolean afterIsMeasured = isMeasured(after, cpu);
        long ofBefore = beforeIsMeasured == afterIsMeasured ? rest / 2 : beforeIsMeasured ? 0 : rest;
        put(before, ofBefore);
        put(after, rest - ofBefore);
    }

    private static boolean isMeasured(Kind kind, long cpu) {
        return kind == Kind.PINNED || kind == Kind.CPU && cpu >= 0;
    }

    private static long clamp(long value, long most) {
        return Math.max(0, Math.min(value, most));
    }

    private void put(Kind kind, long share) {
        if (share > 0) {
            nanos.merge(kind, share, Long::sum);
        }
    }

    private Kind kindAt(int i) {
        Look look = looks.get(i);
        return switch (look.nature()) {
            case PARKED -> Kind.PINNED;
            case ENTERING, WAITING -> Kind.MONITOR;
            case IN_NATIVE_METHOD, IN_JAVA -> runnableKind(i);
            case IN_SCHEDULER -> Kind.CPU;
        };
    }

    /**
     * Runnable, and on the processor or not. The first look has no time to compare with, and at a JVM's beginning the first ones
     * have no time at all; they take that of the next one.
     */
    private Kind runnableKind(int i) {
        Look look = looks.get(i);
        if (BlockingCalls.inClassLoading(look.stack().frames())) {
            return Kind.BLOCKING_CALL;
        }
        boolean known = i > 0
                && look.sight().cpuNanos() >= 0
                && looks.get(i - 1).sight().cpuNanos() >= 0;
        if (!known && i + 1 < looks.size() && looks.get(i + 1).nature() == look.nature()) {
            return runnableKind(i + 1);
        }
        if (known && cpuBefore(i) >= COMPUTING * runnableBefore(i)) {
            return Kind.CPU;
        }
        if (ClassInitialization.isWait(look)) {
            return Kind.CLASS_INIT_WAIT;
        }
        boolean inJava = look.nature() == Nature.IN_JAVA && !look.details().inNative();
        return inJava && !isPageFault(look) ? Kind.CPU : Kind.BLOCKING_CALL;
    }

    private static boolean isPageFault(Look look) {
        List<StackTraceElement> frames = look.stack().frames();
        return !frames.isEmpty() && BlockingCalls.isPageFault(frames.getFirst());
    }

    /** The time since the look before, without that in which it waited for a processor. */
    private long runnableBefore(int i) {
        Look before = looks.get(i - 1);
        Look now = looks.get(i);
        return Math.max(1, now.nanos() - before.nanos() - now.waitedSince(before));
    }

    private long cpuBefore(int i) {
        long now = looks.get(i).sight().cpuNanos();
        long before = looks.get(i - 1).sight().cpuNanos();
        return now < 0 || before < 0 ? -1 : now - before;
    }

    /** The kind of the largest share. */
    Kind largest() {
        return nanos.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(Kind.CPU);
    }

    /** The looks that show a kind, in order. */
    List<Look> showing(Kind kind) {
        var showing = new ArrayList<Look>();
        for (int i = 0; i < looks.size(); i++) {
            if (kinds.get(i) == kind) {
                showing.add(looks.get(i));
            }
        }
        return showing;
    }

    Map<Kind, Double> millis() {
        var millis = new EnumMap<Kind, Double>(Kind.class);
        nanos.forEach((kind, n) -> millis.put(kind, n / 1e6));
        return millis;
    }
}
