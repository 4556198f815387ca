package dev.snag.runtime.excuse;

import dev.snag.findings.ExcuseReason;

/**
 * The part of a hold that was not the program's doing.
 *
 * @param nanos how long
 * @param reason what most of it was; null where it is 0
 */
public record Excuse(long nanos, ExcuseReason reason) {

    private static final int MATERIAL_PARTS = 5;

    /** Nothing to excuse. */
    public static final Excuse NONE = new Excuse(0, null);

    /** The larger, where the other is part of it. */
    public Excuse or(Excuse other) {
        Excuse larger = nanos >= other.nanos ? this : other;
        return nanos * 2 >= larger.nanos && reason != null ? new Excuse(larger.nanos, reason) : larger;
    }

    /** Both, under the reason of the larger part. */
    public Excuse and(Excuse other) {
        return new Excuse(nanos + other.nanos, nanos >= other.nanos ? reason : other.reason);
    }

    /**
     * The same, but no longer than the whole; nothing where it is less than a fifth of it: such a hold is the program's
     * own doing, and a millisecond of noise must not hide it.
     */
    public Excuse ifMaterialTo(long whole) {
        return nanos * MATERIAL_PARTS < whole ? NONE : atMost(whole);
    }

    /** The same for a part of the time; the same share of it, as it cannot be told where in the whole it was. */
    public Excuse scaled(long part, long whole) {
        return whole <= 0 || part >= whole ? this : new Excuse((long) (nanos / (double) whole * part), reason);
    }

    /** The same, but no longer than the whole. */
    public Excuse atMost(long whole) {
        return nanos <= whole ? this : new Excuse(Math.max(0, whole), reason);
    }
}
