package dev.snag.findings.advice;

import java.util.List;
import java.util.Optional;

/**
 * One piece of advice, and when it fits.
 *
 * @param name unique in its file
 * @param library null where the code does not matter
 * @param say the sentence; {@code {version}} stands for the library's
 * @param sayUnversioned the sentence where the version is not known; null where {@code say} does not need it
 * @param mended the release that mends it, or {@code none}; null where there is no library
 * @param sources where the fact is from
 */
record Rule(
        String name,
        Condition condition,
        Library library,
        String say,
        String sayUnversioned,
        String mended,
        List<String> sources) {

    static final String VERSION = "{version}";

    /** What it says on this situation; empty where it does not fit. */
    Optional<String> on(Situation situation) {
        if (!condition.fits(situation)) {
            return Optional.empty();
        }
        if (library == null) {
            return Optional.of(say);
        }
        return library.in(situation.blamed()).map(this::sentence);
    }

    private String sentence(Library.Match match) {
        return match.version()
                .map(version -> say.replace(VERSION, version.text()))
                .orElse(sayUnversioned == null ? say : sayUnversioned);
    }
}
