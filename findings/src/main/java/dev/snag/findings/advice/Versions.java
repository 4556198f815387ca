package dev.snag.findings.advice;

import java.util.Optional;

/**
 * Releases of a library.
 *
 * @param from the first of them; null for no limit
 * @param before the first that is no longer one of them; null for no limit
 */
record Versions(Version from, Version before) {

    static final Versions ALL = new Versions(null, null);

    boolean isAll() {
        return from == null && before == null;
    }

    /** Whether it is one of them; one that is not known may be. */
    boolean mayHave(Optional<Version> version) {
        return version.isEmpty()
                || (from == null || version.get().compareTo(from) >= 0)
                        && (before == null || version.get().compareTo(before) < 0);
    }
}
