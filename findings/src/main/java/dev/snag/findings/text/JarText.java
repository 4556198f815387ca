package dev.snag.findings.text;

import dev.snag.findings.Frame;

/** Where the code of a frame comes from: {@code orders-1.2.jar}, {@code orders.jar 1.2}, {@code java.base@21.0.13}. */
public final class JarText {

    private JarText() {}

    /** The text; empty where nothing is known. */
    public static String of(Frame frame) {
        if (frame.jar() == null) {
            return "";
        }
        boolean addsVersion = frame.version() != null && !frame.jar().contains(frame.version());
        return frame.jar() + (addsVersion ? " " + frame.version() : "");
    }
}
