package dev.snag.agent;

import dev.snag.agent.hooks.LauncherStop;
import java.lang.instrument.Instrumentation;

/**
 * Stops a JVM that was given a bad option: one line, status 2, {@code main} never begun. Neither an exit nor a throw within
 * {@code premain} will do (the first stalls for up to 60 s on JDK 26 and 27, the second prints a page and aborts), so the
 * launcher is made to exit as the first thing it does after {@code premain} has returned.
 */
final class Refusal {

    private Refusal() {}

    static void refuse(String message, Instrumentation instrumentation, boolean late) {
        System.err.println("snag: " + message);
        if (!late && !LauncherStop.install(instrumentation)) {
            System.err.println("snag: this JVM was not started by the java launcher and cannot be stopped; nothing is"
                    + " watched");
        }
    }
}
