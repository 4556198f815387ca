package dev.snag.runtime.options;

/**
 * How much memory is fine, in bytes; {@link #NONE} for no limit.
 *
 * @param resident of the whole process
 * @param heap in use
 */
public record MemoryLimits(long resident, long heap) {

    /** No limit: nothing is measured. */
    public static final long NONE = Long.MAX_VALUE;

    /** Whether there is one. */
    public boolean any() {
        return resident != NONE || heap != NONE;
    }
}
