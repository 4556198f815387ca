package dev.snag.runtime.diagnosis;

import dev.snag.findings.Category;
import dev.snag.findings.Cause;
import dev.snag.findings.Kind;
import dev.snag.findings.PinReason;
import dev.snag.findings.ThreadRef;
import dev.snag.runtime.diagnosis.Look.Details;
import dev.snag.runtime.jvm.Jvm.Initializer;
import java.util.List;
import java.util.Locale;

/**
 * Why it happened, in one sentence.
 *
 * @param monitorsPin whether this JDK is one on which monitors pin
 * @param pinIsKnown whether the thread itself, or the code, has told what pins
 * @param culprit index of the frame that did the holding; -1 for none
 * @param look the one that shows it best; null where there was none
 */
record Words(
        boolean monitorsPin,
        boolean pinIsKnown,
        List<StackTraceElement> frames,
        int culprit,
        Look look,
        boolean compensated) {

    Words withCulprit(int frame) {
        return new Words(monitorsPin, true, frames, frame, look, compensated);
    }

    Words about(String descriptor) {
        Details known = look.details();
        var details = new Details(known.inNative(), descriptor, known.owner(), known.initializers());
        return new Words(monitorsPin, pinIsKnown, frames, culprit, look.with(details), compensated);
    }

    String why(Cause cause) {
        if (look == null && cause.kind() != Kind.PINNED) {
            return "It let go before the monitor, which woke late, could look, so what it did is not known; perhaps it"
                    + " computed while the machine was busy.";
        }
        return switch (cause.kind()) {
            case PINNED ->
                "It parked in " + cause.operation() + " and could not unmount, because " + pinnedBy(cause) + ".";
            case MONITOR -> monitorWhy(cause);
            case BLOCKING_CALL -> blockingWhy(cause);
            case CLASS_INIT_WAIT ->
                "It waits for the " + cause.operation() + initializedBy()
                        + ", and the VM keeps it on its carrier meanwhile.";
            case CPU -> "It computes without letting go of its carrier; virtual threads are not time-sliced.";
            case STARVATION -> throw Diagnosis.ofAllCarriers();
        };
    }

    private String pinnedBy(Cause cause) {
        PinReason reason = cause.reason();
        return switch (reason) {
            case MONITOR ->
                culpritName("a frame beneath") + " owns the monitor of " + monitorName(cause)
                        + " (until JDK 23 a monitor pins)";
            case NATIVE_FRAME ->
                frames.isEmpty()
                        ? "something on its stack pins it; the stack could not be taken"
                        : culprit < 0
                                ? "the VM or native code called into Java beneath it"
                                : frames.get(culprit).isNativeMethod()
                                        ? "the native method " + culpritName("") + " is on its stack"
                                        : culpritName("") + " was called by the VM or by native code";
            case CLASS_INIT -> culpritClass() + " is being initialized on its stack (<clinit> pins)";
            case CRITICAL_SECTION -> "the JDK forbids it in this section";
        };
    }

    private String monitorWhy(Cause cause) {
        String verb = "Object.wait".equals(cause.operation()) ? "It waits to be notified on " : "It waits to enter ";
        ThreadRef owner = cause.monitor().owner();
        String owned = owner == null ? "" : ", which " + owner + " owns";
        String held = monitorsPin
                ? "until JDK 23 it keeps its carrier meanwhile"
                : cause.reason() == PinReason.CLASS_INIT
                        ? "and a class initializer on its stack keeps it on its carrier"
                        : "and a native frame on its stack keeps it on its carrier";
        return verb + "the monitor of " + monitorName(cause) + owned + "; " + held + elastic() + ".";
    }

    private static String monitorName(Cause cause) {
        String name = cause.monitor() == null ? null : cause.monitor().className();
        return name == null ? "an object" : name;
    }

    private String blockingWhy(Cause cause) {
        String what = look != null && look.nature() == Nature.IN_JAVA
                ? "It is in native code called from " + culpritName("unknown code")
                : "It is in the native method " + cause.operation();
        String target = look == null || look.details().descriptor() == null
                ? ""
                : " on file descriptor " + look.details().descriptor();
        return what + target + " (" + label(cause.category()) + "), for which the JDK does not unmount" + elastic()
                + ".";
    }

    private static String label(Category category) {
        return category.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private String elastic() {
        return compensated ? "; the JDK added a carrier meanwhile" : "";
    }

    private String initializedBy() {
        if (look == null || look.details().initializers().isEmpty()) {
            return "";
        }
        Initializer awaited = ClassInitialization.awaited(look);
        return ", which thread " + awaited.thread() + " runs";
    }

    private String culpritName(String otherwise) {
        return culprit < 0
                ? otherwise
                : Frames.stableClass(frames.get(culprit).getClassName()) + "."
                        + frames.get(culprit).getMethodName();
    }

    private String culpritClass() {
        return culprit < 0 ? "a class" : frames.get(culprit).getClassName();
    }
}
