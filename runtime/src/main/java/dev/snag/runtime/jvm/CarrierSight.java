package dev.snag.runtime.jvm;

import java.util.List;

/**
 * What a carrier itself is doing, whatever is mounted on it.
 *
 * @param state as the VM sees it
 * @param frames its own stack, top first; empty where it has ended
 */
public record CarrierSight(Thread.State state, List<StackTraceElement> frames) {

    /** Of a thread that has ended. */
    public static final CarrierSight NONE = new CarrierSight(Thread.State.TERMINATED, List.of());

    private static final String TASK = "java.util.concurrent.ForkJoinTask";

    public CarrierSight {
        frames = List.copyOf(frames);
    }

    /** Whether it is within a task of its pool, be it the mount of a virtual thread or what comes before or after one. */
    public boolean busy() {
        for (StackTraceElement frame : frames) {
            if (frame.getClassName().equals(TASK) && frame.getMethodName().equals("doExec")) {
                return true;
            }
        }
        return false;
    }
}
