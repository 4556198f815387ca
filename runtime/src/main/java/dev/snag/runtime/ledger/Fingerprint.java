package dev.snag.runtime.ledger;

import dev.snag.findings.Cause;
import dev.snag.findings.Frame;
import dev.snag.findings.Kind;
import dev.snag.findings.StableName;

/**
 * The name of a snag: 16 hexadecimal digits (FNV-1a, 64 bit) over kind, reason, category and the frames to blame, without
 * lines and without the numbers of lambdas. The culprit counts where it is not the JDK's, whose methods move with its
 * versions, and not for computing, of which every sample shows another frame.
 */
final class Fingerprint {

    private static final long BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private Fingerprint() {}

    static String of(Cause cause, Frame offender, Frame caller, Frame culprit) {
        boolean ownCulprit = culprit != null && cause.kind() != Kind.CPU && !isJdk(culprit);
        // What pins is to blame wherever beneath it the thread happens to park.
        boolean byCulprit = ownCulprit && cause.kind() == Kind.PINNED;
        String text = cause.kind() + "|" + cause.reason() + "|" + cause.category() + "|"
                + (byCulprit ? "" : name(offender)) + "|" + name(caller) + "|" + (ownCulprit ? name(culprit) : "");
        long hash = BASIS;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        return String.format("%016x", hash);
    }

    private static boolean isJdk(Frame frame) {
        return frame.jar() != null && frame.jar().startsWith("java.");
    }

    private static String name(Frame frame) {
        return frame == null ? "" : StableName.of(frame);
    }
}
