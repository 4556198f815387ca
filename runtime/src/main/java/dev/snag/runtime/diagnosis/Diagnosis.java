package dev.snag.runtime.diagnosis;

import dev.snag.findings.Category;
import dev.snag.findings.Cause;
import dev.snag.findings.Kind;
import dev.snag.findings.MonitorRef;
import dev.snag.findings.Occurrence;
import dev.snag.findings.PinReason;
import dev.snag.findings.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The verdict on one hold.
 *
 * @param frames the stack that shows it best, top first; empty where none could be taken
 * @param offender index of the first frame that is not the JDK's; -1 for none
 * @param culprit index of the frame that did the holding; -1 where it is not in the stack
 * @param words what makes sentences of it
 * @param evidence by which it was judged
 */
public record Diagnosis(
        Cause cause,
        Severity severity,
        boolean compensated,
        List<StackTraceElement> frames,
        int offender,
        int culprit,
        Words words,
        Evidence evidence) {

    private static final String PIN_WITNESS = "pin-witness";

    /** Why the carrier was held, in one sentence. */
    public String why() {
        String why = words.why(cause);
        String said = evidence.vmWord().saying(cause);
        return said == null || !why.endsWith(".") ? why : why.substring(0, why.length() - 1) + "; " + said + ".";
    }

    /** The same where the class of the monitor that is waited for has been found in the code. */
    public Diagnosis withMonitorOf(String className) {
        return with(cause.category(), new MonitorRef(className, cause.monitor().owner()), words);
    }

    /** Judged anew with what the VM recorded of the hold. */
    public Diagnosis with(List<VmAccount> accounts) {
        Diagnosis judged = of(evidence.with(accounts));
        return cause.sensors().contains(Occurrence.CALL_HOOK) ? judged.seenByCallHook() : judged;
    }

    /** The same where it is known what the system call's file descriptor refers to, e.g. {@code 5 /tmp/fifo}. */
    public Diagnosis withDescriptor(String descriptor) {
        Words said = words.about(descriptor);
        return with(BlockingCalls.categoryOf(said.look()), cause.monitor(), said);
    }

    private Diagnosis with(Category category, MonitorRef monitor, Words said) {
        var more = new Cause(
                cause.kind(), cause.reason(), category, cause.operation(), monitor, cause.sensors(), cause.sharesMs());
        return new Diagnosis(more, severity, compensated, frames, offender, culprit, said, evidence);
    }

    /**
     * Whether something else may pin than is said here: until JDK 23 only the thread itself knows its monitors, and it was
     * not asked.
     */
    public boolean pinIsSurmised() {
        return cause.kind() == Kind.PINNED && words.monitorsPin() && !words.pinIsKnown();
    }

    /** Frames that may pin and were not looked into, innermost first: from this index until that of the culprit. */
    public int firstThatMayPin() {
        return Pinning.parkedBelow(frames);
    }

    /** The same where the code has told that this frame owns a monitor, and of which class. */
    public Diagnosis pinnedByMonitor(int frame, String monitor) {
        return pinnedBy(new Pinning(PinReason.MONITOR, frame, monitor));
    }

    /** The same where the code of no frame owns a monitor: a frame of the VM or of native code is not in the stack. */
    public Diagnosis pinnedByTheVm() {
        return pinnedBy(Pinning.byTheVm(frames, evidence.vmWord().pinReason()));
    }

    private Diagnosis pinnedBy(Pinning pin) {
        MonitorRef monitor = pin.monitor() == null ? null : new MonitorRef(pin.monitor(), null);
        var more = new Cause(
                cause.kind(), pin.reason(), null, cause.operation(), monitor, cause.sensors(), cause.sharesMs());
        return new Diagnosis(
                more, severity, compensated, frames, offender, pin.frame(), words.withCulprit(pin.frame()), evidence);
    }

    /** Of a call that a strict rule forbids; it is a finding of its own, however short it was. */
    public static Diagnosis ofCall(Category category, List<StackTraceElement> frames) {
        String operation = topOperation(frames);
        var cause =
                new Cause(Kind.BLOCKING_CALL, null, category, operation, null, List.of(Occurrence.CALL_HOOK), Map.of());
        int culprit = frames.isEmpty() ? -1 : 0;
        return new Diagnosis(
                cause,
                severity(cause, false),
                false,
                frames,
                Frames.offender(frames),
                culprit,
                new Words(false, false, frames, culprit, null, false),
                null);
    }

    /** Of a pinned park that was seen by the hook of the strict rule alone. */
    public Diagnosis asCall() {
        var of = new Cause(
                cause.kind(),
                cause.reason(),
                cause.category(),
                cause.operation(),
                cause.monitor(),
                List.of(Occurrence.CALL_HOOK),
                Map.of());
        return new Diagnosis(of, severity, compensated, frames, offender, culprit, words, evidence);
    }

    /** The same where the hook of a strict rule has seen it too. */
    public Diagnosis seenByCallHook() {
        var sensors = new ArrayList<>(cause.sensors());
        sensors.add(Occurrence.CALL_HOOK);
        var more = new Cause(
                cause.kind(),
                cause.reason(),
                cause.category(),
                cause.operation(),
                cause.monitor(),
                sensors,
                cause.sharesMs());
        return new Diagnosis(more, severity, compensated, frames, offender, culprit, words, evidence);
    }

    /** Judges by the evidence so far. */
    public static Diagnosis of(Evidence given) {
        Evidence evidence = given.completedByTheVm();
        var shares = new Shares(evidence);
        Kind kind = shares.largest();
        Look look = ClassInitialization.awaiting(
                Exhibit.of(kind, shares, evidence), evidence.vmWord().awaitedClass());
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
                sensors(given, kind),
                mixed ? shares.millis() : Map.of());
        return new Diagnosis(
                cause,
                severity(cause, compensated),
                compensated,
                frames,
                Frames.offender(frames),
                draft.culprit,
                new Words(evidence.monitorsPin(), evidence.witness() != null, frames, draft.culprit, look, compensated),
                given);
    }

    static IllegalArgumentException ofAllCarriers() {
        return new IllegalArgumentException("STARVATION is of all carriers, never of one hold");
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
                String said = evidence.vmWord().awaitedClass();
                String seen = look == null || look.details().initializers().isEmpty()
                        ? "a class"
                        : ClassInitialization.awaited(look).className();
                String awaited = said == null ? seen : said;
                yield new Draft(null, null, "initialization of " + awaited, null, Frames.offender(frames));
            }
            case CPU -> new Draft(null, null, null, null, frames.isEmpty() ? -1 : 0);
            case STARVATION -> throw ofAllCarriers();
        };
    }

    private static Draft monitorDraft(Evidence evidence, Look look, List<StackTraceElement> frames) {
        boolean waits = look != null && look.nature() == Nature.WAITING;
        int waiting = Frames.first(frames, 0, f -> !f.getClassName().equals("java.lang.Object"));
        // Until JDK 23 a monitor alone is enough; where something else pins too, later JDKs do not unmount either.
        Pinning pin = Pinning.beneath(frames, Math.max(0, waiting));
        PinReason reason = pin != null ? pin.reason() : evidence.monitorsPin() ? null : PinReason.NATIVE_FRAME;
        Object object = look == null ? null : look.stack().waitsFor();
        var monitor = new MonitorRef(
                object == null ? null : object.getClass().getName(),
                look == null ? null : look.details().owner());
        return new Draft(
                reason,
                null,
                waits ? "Object.wait" : "monitor enter",
                evidence.vmWord().monitor(monitor),
                waiting);
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
        boolean told = evidence.witness() != null
                || evidence.looks().isEmpty() && !evidence.ownStack().isEmpty();
        if (kind == Kind.PINNED && told) {
            sensors.add(PIN_WITNESS);
        }
        if (!evidence.vm().isEmpty()) {
            sensors.add("jfr");
        }
        return sensors;
    }
}
