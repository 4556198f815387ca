package dev.snag.findings.policy;

import dev.snag.findings.Occurrence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules of one file, in its order. A line is a rule, or empty, or a comment that begins with {@code #}.
 *
 * @param source the file's name, for messages
 */
public record AllowRules(String source, List<AllowRule> rules) {

    /** None. */
    public static final AllowRules NONE = new AllowRules("none", List.of());

    public AllowRules {
        rules = List.copyOf(rules);
    }

    /**
     * Reads the text of a file.
     *
     * @throws PolicyError for the first line that is no rule
     */
    public static AllowRules parse(String source, String text) throws PolicyError {
        var rules = new ArrayList<AllowRule>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            MergeConflict.refuse(source, number, line);
            if (!line.isBlank() && !line.strip().startsWith("#")) {
                rules.add(rule(source, number, line));
            }
        }
        return new AllowRules(source, rules);
    }

    private static AllowRule rule(String source, int number, String line) throws PolicyError {
        try {
            return AllowRule.parse(number, line);
        } catch (IllegalArgumentException e) {
            throw new PolicyError(source + ", line " + number + ": " + e.getMessage());
        }
    }

    /** Whether a rule in force fits. */
    public boolean allow(Occurrence occurrence, LocalDate today) {
        AllowRule rule = matching(occurrence, today);
        return rule != null && !rule.expiredOn(today);
    }

    /** The first rule in force that fits, else the first expired one that fits, else null. */
    AllowRule matching(Occurrence occurrence, LocalDate today) {
        AllowRule expired = null;
        for (AllowRule rule : rules) {
            if (rule.matches(occurrence)) {
                if (!rule.expiredOn(today)) {
                    return rule;
                }
                expired = expired == null ? rule : expired;
            }
        }
        return expired;
    }
}
