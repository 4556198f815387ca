package dev.snag.runtime.starvation;

import dev.snag.findings.Cause;
import dev.snag.findings.MonitorRef;
import dev.snag.findings.Severity;
import dev.snag.findings.ThreadRef;
import dev.snag.runtime.excuse.Excuse;
import java.util.List;

/**
 * A carrier that is held.
 *
 * @param thread the virtual thread that is mounted; null where none is, and the carrier itself is stuck
 * @param cause what holds it
 * @param severity of that hold by itself
 * @param frames stack of the thread, or of the carrier where none is mounted; top first
 * @param culprit index of the frame that did the holding; -1 for none
 * @param compensated whether the JDK added a carrier for this one
 * @param counts whether a finding is to be made of such a hold
 * @param excuse the part of the standstill in which the hold would have ended but for what was not its doing
 */
public record Held(
        ThreadRef carrier,
        ThreadRef thread,
        Cause cause,
        Severity severity,
        List<StackTraceElement> frames,
        int culprit,
        boolean compensated,
        boolean counts,
        Excuse excuse) {

    public Held {
        frames = List.copyOf(frames);
    }

    /** The same where the monitor that it waits for has been found. */
    public Held withMonitor(MonitorRef monitor) {
        var more = new Cause(
                cause.kind(),
                cause.reason(),
                cause.category(),
                cause.operation(),
                monitor,
                cause.sensors(),
                cause.sharesMs());
        return new Held(carrier, thread, more, severity, frames, culprit, compensated, counts, excuse);
    }

    /** Id of the thread whose progress would free the carrier. */
    public long id() {
        return thread == null ? carrier.id() : thread.id();
    }
}
