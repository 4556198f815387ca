package dev.snag.runtime.monitor;

import java.util.List;

/** A virtual thread of the application's that has called Snag and is in our code: that time is not the application's doing. */
final class OwnWork {

    private static final String CONNECTION = "dev.snag.AgentConnection";
    private static final String OF_TESTS = "dev.snag.junit.AgentService";

    private OwnWork() {}

    static boolean isShownBy(List<StackTraceElement> frames) {
        for (StackTraceElement frame : frames) {
            if (frame.getClassName().equals(CONNECTION) || frame.getClassName().equals(OF_TESTS)) {
                return true;
            }
        }
        return false;
    }
}
