package dev.snag.runtime.diagnosis;

import dev.snag.findings.PinReason;
import java.util.List;

/**
 * What pins: the innermost frame that cannot be unmounted.
 *
 * @param frame its index in the stack; -1 where it is not to be seen there
 * @param monitor class of the monitor it owns; null where that is not the reason, or unknown
 */
record Pinning(PinReason reason, int frame, String monitor) {

    /** By what the thread itself saw where it could tell, else by the frames. */
    static Pinning of(Evidence evidence, List<StackTraceElement> frames) {
        PinWitness witness = evidence.witness();
        if (witness != null && witness.sawNothing()) {
            return byTheVm(frames);
        }
        if (witness != null) {
            int index = Frames.first(
                    frames,
                    0,
                    frame -> frame.getClassName().equals(witness.className())
                            && frame.getMethodName().equals(witness.method()));
            return new Pinning(
                    witness.reason(),
                    index,
                    witness.monitors().isEmpty() ? null : witness.monitors().getFirst());
        }
        Pinning seen = beneath(frames, parkedBelow(frames));
        if (seen != null) {
            return seen;
        }
        return evidence.monitorsPin() ? new Pinning(PinReason.MONITOR, -1, null) : byTheVm(frames);
    }

    /** The innermost class initializer or native method from this frame on; null where there is none. */
    static Pinning beneath(List<StackTraceElement> frames, int from) {
        int index = Frames.first(frames, from, f -> f.isNativeMethod() || isInitializer(f));
        if (index < 0) {
            return null;
        }
        return new Pinning(
                isInitializer(frames.get(index)) ? PinReason.CLASS_INIT : PinReason.NATIVE_FRAME, index, null);
    }

    static boolean isInitializer(StackTraceElement frame) {
        return frame.getMethodName().equals("<clinit>");
    }

    /** Frames of the VM are not in a stack trace: it loads a class through Java code, or native code calls back (FFM). */
    static Pinning byTheVm(List<StackTraceElement> frames) {
        int loader = Frames.first(frames, 0, f -> f.getMethodName().equals("loadClass") && !Frames.isJdk(f));
        return new Pinning(PinReason.NATIVE_FRAME, loader, null);
    }

    /** Past the frames of the park itself, of which Unsafe.park is native and pins nothing. */
    static int parkedBelow(List<StackTraceElement> frames) {
        int park = Frames.first(frames, 0, f -> f.getMethodName().equals("parkOnCarrierThread"));
        if (park >= 0) {
            return park + 1;
        }
        int unsafe = Frames.first(frames, 0, f -> f.getClassName().equals("jdk.internal.misc.Unsafe"));
        return unsafe == 0 ? 1 : 0;
    }
}
