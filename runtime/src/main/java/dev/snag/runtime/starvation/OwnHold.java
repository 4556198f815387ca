package dev.snag.runtime.starvation;

import dev.snag.findings.Cause;
import dev.snag.findings.Kind;
import dev.snag.findings.Severity;
import dev.snag.findings.ThreadRef;
import dev.snag.runtime.diagnosis.Frames;
import dev.snag.runtime.excuse.Excuse;
import dev.snag.runtime.jvm.CarrierSight;
import java.util.List;
import java.util.Map;

/** A carrier that is busy although no virtual thread is mounted on it: what its own stack and state show. */
public final class OwnHold {

    private OwnHold() {}

    /**
     * What holds it.
     *
     * @param counts whether holds without an offender count
     * @param excuse the part of the standstill that is not the carrier's own doing
     */
    public static Held of(ThreadRef carrier, CarrierSight sight, boolean counts, Excuse excuse) {
        List<StackTraceElement> frames = sight.frames();
        var cause = new Cause(
                kind(sight),
                null,
                null,
                frames.isEmpty() ? null : Frames.operation(frames.getFirst()),
                null,
                List.of(),
                Map.of());
        return new Held(carrier, null, cause, Severity.ERROR, frames, -1, false, counts, excuse);
    }

    private static Kind kind(CarrierSight sight) {
        return switch (sight.state()) {
            case BLOCKED -> Kind.MONITOR;
            case WAITING, TIMED_WAITING -> isObjectWait(sight.frames()) ? Kind.MONITOR : Kind.PINNED;
            case NEW, RUNNABLE, TERMINATED -> isNative(sight.frames()) ? Kind.BLOCKING_CALL : Kind.CPU;
        };
    }

    private static boolean isObjectWait(List<StackTraceElement> frames) {
        return !frames.isEmpty() && frames.getFirst().getClassName().equals("java.lang.Object");
    }

    private static boolean isNative(List<StackTraceElement> frames) {
        return !frames.isEmpty() && frames.getFirst().isNativeMethod();
    }
}
