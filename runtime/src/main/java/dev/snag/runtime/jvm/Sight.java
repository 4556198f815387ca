package dev.snag.runtime.jvm;

/**
 * What a glance shows of a held carrier.
 *
 * @param virtual the virtual thread's own state
 * @param carrier the carrier's state, as the VM sees it
 * @param cpuNanos processor time of the carrier in nanoseconds; -1 where it cannot be had
 */
public record Sight(VirtualState virtual, Thread.State carrier, long cpuNanos) {

    /** Whether it waits for a monitor, or may: a pinned park looks the same where the thread's own state is not known. */
    public boolean mayBeAtMonitor() {
        return virtual != VirtualState.PINNED && carrier != Thread.State.RUNNABLE;
    }

    /** Whether the states are the same; the processor time may differ. */
    public boolean showsTheSameAs(Sight other) {
        return virtual == other.virtual && carrier == other.carrier;
    }

    /** The states of {@code java.lang.VirtualThread} that matter while it is mounted. */
    public enum VirtualState {
        /** It runs, or the VM blocks it without its knowledge. */
        RUNNING,
        /** It has parked on its carrier. */
        PINNED,
        /** It is on its way off the carrier, or on. */
        IN_TRANSITION
    }
}
