package dev.snag.runtime.diagnosis;

import dev.snag.findings.Category;
import dev.snag.findings.Cause;
import dev.snag.findings.Kind;
import dev.snag.findings.MonitorRef;
import dev.snag.findings.PinReason;
import dev.snag.findings.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The verdict on one hold.
 *
 * @param frames the stack that shows it best, top first; empty where none could be taken
 * @param offender index of the first frame that is not the JDK's; -1 for none
 * @param culprit index of the frame that did the holding; -1 where it is not in the stack
 * @param words what makes sentences of it
 */
public record Diagnosis(
        Cause cause,
        Severity severity,
        boolean compensated,
        List<StackTraceElement> frames,
        int offender,
        int culprit,
        Words words) {

    /** Why the carrier was held, in one sentence. */
    public String why() {
        return words.why(cause);
    }

    /** The same where the class of the monitor that is waited for has been found in the code. */
    public Diagnosis withMonitorOf(String className) {
        return with(cause.category(), new MonitorRef(className, cause.monitor().owner()), words);
    }

    /** The same where it is known what the system call's file descriptor refers to, e.g. {@code 5 /tmp/fifo}. */
    public Diagnosis withDescriptor(String descriptor) {
        Words said = words.about(descriptor);
        return with(BlockingCalls.categoryOf(said.look()), cause.monitor(), said);
    }

    private Diagnosis with(Category category, MonitorRef monitor, Words said) {
        var more = new Cause(
                cause.kind(), cause.reason(), category, cause.operation(), monitor, cause.sensors(), cause.sharesMs());
        return new Diagnosis(more, severity, compensated, frames, offender, culprit, said);
    }

    /** Judges by the evidence so far. */
    public static Diagnosis of(Evidence evidence) {
        var shares = new Shares(evidence);
        Kind kind = shares.largest();
        List<Look> showing = shares.showing(kind);
        Look look = kind == Kind.CPU ? mostSeen(showing) : lastWithStack(showing);
        if (look == null) {
            look = lastWithStack(evidence.looks());
        }
        List<StackTraceElement> frames =
                look == null ? List.of() : Frames.withoutOurs(look.stack().frames());
        boolean compensated = look != null && look.compensated();
        Draft draft = draft(kind, evidence, look, frames);
        boolean mixed = shares.millis().size() > 1;
        var cause = new Cause(
                kind,
                draft.reason,
                draft.category,
                draft.operation,
                draft.monitor,
                sensors(evidence, kind),
                mixed ? shares.millis() : Map.of());
        return new Diagnosis(
                cause,
                severity(cause, compensated),
                compensated,
                frames,
                Frames.offender(frames),
                draft.culprit,
                new Words(evidence.monitorsPin(), frames, draft.culprit, look, compensated));
    }

    private record Draft(PinReason reason, Category category, String operation, MonitorRef monitor, int culprit) {}

    private static Draft draft(Kind kind, Evidence evidence, Look look, List<StackTraceElement> frames) {
        return switch (kind) {
            case PINNED -> {
                Pinning pin = Pinning.of(evidence, frames);
                MonitorRef monitor = pin.monitor() == null ? null : new MonitorRef(pin.monitor(), null);
                yield new Draft(pin.reason(), null, parkOperation(frames), monitor, pin.frame());
            }
            case MONITOR -> monitorDraft(evidence, look, frames);
            case BLOCKING_CALL -> {
                Category category = look == null ? Category.NATIVE : BlockingCalls.categoryOf(look);
                yield new Draft(null, category, topOperation(frames), null, frames.isEmpty() ? -1 : 0);
            }
            case CLASS_INIT_WAIT -> {
                String awaited = look == null || look.details().initializers().isEmpty()
                        ? "a class"
                        : ClassInitialization.awaited(look).className();
                yield new Draft(null, null, "initialization of " + awaited, null, Frames.offender(frames));
            }
            case CPU -> new Draft(null, null, null, null, frames.isEmpty() ? -1 : 0);
        };
    }

    private static Draft monitorDraft(Evidence evidence, Look look, List<StackTraceElement> frames) {
        boolean waits = look != null && look.nature() == Nature.WAITING;
        int waiting = Frames.first(frames, 0, f -> !f.getClassName().equals("java.lang.Object"));
        Pinning pin = evidence.monitorsPin() ? null : Pinning.beneath(frames, Math.max(0, waiting));
        PinReason reason = evidence.monitorsPin() ? null : pin == null ? PinReason.NATIVE_FRAME : pin.reason();
        Object object = look == null ? null : look.stack().waitsFor();
        var monitor = new MonitorRef(
                object == null ? null : object.getClass().getName(),
                look == null ? null : look.details().owner());
        return new Draft(reason, null, waits ? "Object.wait" : "monitor enter", monitor, waiting);
    }

    /** The outermost of the frames that only park: {@code Thread.sleep}, {@code LockSupport.park}. */
    private static String parkOperation(List<StackTraceElement> frames) {
        for (StackTraceElement frame : frames) {
            switch (frame.getClassName()) {
                case "java.lang.Thread" -> {
                    return frame.getMethodName().startsWith("sleep")
                            ? "Thread.sleep"
                            : "Thread." + frame.getMethodName();
                }
                case "java.util.concurrent.locks.LockSupport" -> {
                    return "LockSupport." + frame.getMethodName();
                }
                default -> {
                    if (!Frames.isJdk(frame)) {
                        return "LockSupport.park";
                    }
                }
            }
        }
        return "LockSupport.park";
    }

    private static String topOperation(List<StackTraceElement> frames) {
        return frames.isEmpty() ? null : Frames.operation(frames.getFirst());
    }

    private static Look lastWithStack(List<Look> looks) {
        for (int i = looks.size() - 1; i >= 0; i--) {
            if (!looks.get(i).stack().frames().isEmpty()) {
                return looks.get(i);
            }
        }
        return null;
    }

    /** Of several samples of a computation, the first of those whose code was seen most often. */
    private static Look mostSeen(List<Look> looks) {
        var counts = new HashMap<String, Integer>();
        Look best = null;
        int most = 0;
        for (Look look : looks) {
            counts.merge(codeOf(look), 1, Integer::sum);
        }
        for (Look look : looks) {
            int count = counts.get(codeOf(look));
            if (count > most && !look.stack().frames().isEmpty()) {
                most = count;
                best = look;
            }
        }
        return best;
    }

    private static String codeOf(Look look) {
        int offender = Frames.offender(look.stack().frames());
        if (offender < 0) {
            return "";
        }
        StackTraceElement frame = look.stack().frames().get(offender);
        return Frames.stableName(frame.getClassName(), frame.getMethodName());
    }

    private static Severity severity(Cause cause, boolean compensated) {
        boolean elastic = compensated || cause.kind() == Kind.CPU || cause.category() == Category.CLASS_LOADING;
        return elastic ? Severity.WARNING : Severity.ERROR;
    }

    private static List<String> sensors(Evidence evidence, Kind kind) {
        var sensors = new ArrayList<String>(List.of("mount-hook"));
        if (evidence.parks().count() > 0) {
            sensors.add("park-hook");
        }
        if (!evidence.looks().isEmpty()) {
            sensors.add("monitor");
        }
        if (kind == Kind.PINNED && evidence.witness() != null) {
            sensors.add("pin-witness");
        }
        return sensors;
    }
}
