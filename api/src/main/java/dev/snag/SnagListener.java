package dev.snag;

/**
 * Hears of findings. Add one with {@link Snag#addListener}, or name it in {@code META-INF/services/dev.snag.SnagListener}.
 *
 * <p>All methods are called on one daemon platform thread of the agent's, {@code snag-listeners}, which is there for the
 * application's code alone: the watch goes on while a listener runs, and whatever it throws is counted and told. While it
 * runs, other listeners and monitoring functions wait, and findings are printed later.
 */
public interface SnagListener {

    /**
     * The watch runs; called once, before anything else.
     *
     * @param monitor to add functions with
     */
    default void started(SnagMonitor monitor) {}

    /**
     * Whether the stack of a thread that is about to become a finding may be taken. If not, the finding is counted and told
     * without one. An answer that does not come within the threshold is taken for yes.
     */
    default boolean mayTakeStack(HeldThread held) {
        return true;
    }

    /**
     * There is a finding: when it has ended, and before that while it goes on where it has for a second. Comes before it is
     * printed: what is done to {@link SnagOccurrence#lines} is printed.
     */
    default void occurred(SnagOccurrence occurrence) {}

    /** Memory has gone over a limit, has grown further there, or is below again. */
    default void memoryChanged(MemoryLevel level) {}
}
