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
 * Why it happened and what to do, each in one sentence.
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
        };
    }

    private String pinnedBy(Cause cause) {
        PinReason reason = cause.reason();
        return switch (reason) {
            case MONITOR ->
                culpritName("a frame beneath") + " owns the monitor of " + monitorName(cause)
                        + " (until JDK 23 a monitor pins)";
            case NATIVE_FRAME ->
                culprit < 0
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

    String advice(Cause cause) {
        boolean old = monitorsPin;
        return switch (cause.kind()) {
            case PINNED -> pinnedAdvice(cause);
            case MONITOR ->
                old
                        ? "Use a java.util.concurrent lock there, or run on JDK 24 or newer, where it unmounts (JEP 491)."
                        : pinnedAdvice(cause);
            case BLOCKING_CALL -> blockingAdvice(cause);
            case CLASS_INIT_WAIT ->
                "Initialize the class once at start-up, on a platform thread, before virtual threads" + " need it.";
            case CPU ->
                "Run long computations on a bounded pool of platform threads, about one per core, and wait for"
                        + " their results.";
        };
    }

    private static String pinnedAdvice(Cause cause) {
        return switch (cause.reason()) {
            case MONITOR ->
                "Use a java.util.concurrent lock instead of synchronized there, or run on JDK 24 or newer,"
                        + " where monitors no longer pin (JEP 491).";
            case NATIVE_FRAME ->
                "Block outside of the call-back from native code, or make this call on a bounded pool of"
                        + " platform threads; no JDK up to 27 unmounts here.";
            case CLASS_INIT ->
                "Do not block in a static initializer; initialize the class at start-up, before virtual"
                        + " threads need it.";
            case CRITICAL_SECTION -> "Make this call on a platform thread.";
        };
    }

    private String blockingAdvice(Cause cause) {
        boolean old = monitorsPin;
        String pool = "Make this call on a bounded pool of platform threads";
        return switch (cause.category()) {
            case FILE ->
                old && compensated
                        ? "JDK 24 and newer no longer add a carrier here (JDK-8329593): make the call on a bounded pool of"
                                + " platform threads before you move."
                        : pool + "; files are never unmounted.";
            case DNS -> pool + ", or cache the address; the system's resolver blocks.";
            case PROCESS -> pool + ", or let the child write to a file.";
            case CONSOLE -> "Read and write the console on a platform thread.";
            case SELECTOR -> old ? "Run the selector's loop on a platform thread, or use JDK 24 or newer." : pool + ".";
            case CLASS_LOADING -> "Load it once at start-up, on a platform thread.";
            case NETWORK -> pool + ".";
            case NATIVE -> pool + "; native code cannot be unmounted on any JDK.";
        };
    }
}
