package dev.snag.findings.policy;

import dev.snag.findings.Cause;
import dev.snag.findings.Kind;
import dev.snag.findings.Occurrence;
import dev.snag.findings.Severity;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Which snags fail: {@code new}, {@code any}, {@code mine}, kinds, {@code warnings}, {@code none}. Kinds widen each other,
 * all other words narrow or widen the whole: {@code mine:PINNED:CPU} is what pins or computes in code of mine.
 *
 * @param off {@code none}: nothing fails, whatever happens
 * @param known whether snags of the baseline fail as well ({@code any})
 * @param warnings whether warnings fail as well ({@code any}, {@code warnings})
 * @param mine whether only offenders of the user's own code fail
 * @param kinds those that fail; empty for all
 * @param text as it was written
 */
public record FailOn(boolean off, boolean known, boolean warnings, boolean mine, Set<Kind> kinds, String text) {

    /** Nothing fails. */
    public static final FailOn NONE = new FailOn(true, false, false, false, Set.of(), "none");

    /** What a person is told to write. */
    public static final String REMEDY = "write none, or any of new, any, mine, warnings and kinds ("
            + KindPattern.kinds() + ") with ':' between, as in new:mine";

    public FailOn {
        kinds = kinds.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(kinds));
    }

    /**
     * Reads the words between colons.
     *
     * @throws PolicyError where one is unknown, or two contradict each other; its message begins with what is wrong
     */
    public static FailOn parse(String text) throws PolicyError {
        var words = new LinkedHashSet<String>();
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (String word : text.split(":", -1)) {
            String plain = word.strip();
            Kind kind = kind(plain);
            if (kind != null) {
                kinds.add(kind);
            } else if (Set.of("none", "new", "any", "mine", "warnings").contains(plain.toLowerCase(Locale.ROOT))) {
                words.add(plain.toLowerCase(Locale.ROOT));
            } else {
                throw new PolicyError("'" + plain + "' is no word of fail-on; " + REMEDY);
            }
        }
        if (words.contains("none")) {
            if (words.size() + kinds.size() > 1) {
                throw new PolicyError("none stands alone; " + REMEDY);
            }
            return NONE;
        }
        boolean any = words.contains("any");
        if (any && words.contains("new")) {
            throw new PolicyError(
                    "any and new contradict each other: any takes in the baseline and warnings; write new:warnings");
        }
        return new FailOn(false, any, any || words.contains("warnings"), words.contains("mine"), kinds, text.strip());
    }

    private static Kind kind(String name) {
        for (Kind kind : Kind.values()) {
            if (kind.name().equalsIgnoreCase(name)) {
                return kind;
            }
        }
        return null;
    }

    boolean covers(Kind kind) {
        return !off && (kinds.isEmpty() || kinds.contains(kind));
    }

    /** Computing is never more than a warning, so who names it means it. */
    boolean isMereWarning(Occurrence occurrence) {
        Cause cause = occurrence.cause();
        boolean named = cause.kind() == Kind.CPU
                && kinds.contains(Kind.CPU)
                && !occurrence.hold().compensated();
        return occurrence.severity() == Severity.WARNING && !warnings && !named;
    }

    @Override
    public String toString() {
        return text;
    }
}
