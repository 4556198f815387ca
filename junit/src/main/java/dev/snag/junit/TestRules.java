package dev.snag.junit;

import dev.snag.findings.Kind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * What the annotations of a test say.
 *
 * @param most the longest that is fine; empty for the agent's
 * @param kinds that fail, warnings included; empty for all
 * @param strict whether warnings fail as well
 * @param allowed what is all right
 * @param expected how many of a kind there are to be
 */
record TestRules(
        String most, Set<Kind> kinds, boolean strict, List<AllowBlocking> allowed, Map<Kind, ExpectBlocking> expected) {

    /** Of annotations, the nearest first. */
    static TestRules of(List<NoBlocking> not, List<AllowBlocking> allowed, List<ExpectBlocking> expected) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        if (!not.isEmpty()) {
            kinds.addAll(List.of(not.getFirst().kinds()));
        }
        var byKind = new LinkedHashMap<Kind, ExpectBlocking>();
        for (ExpectBlocking each : expected) {
            byKind.putIfAbsent(each.kind(), each);
        }
        return new TestRules(
                not.isEmpty() ? "" : not.getFirst().maxBlockingTime(),
                kinds,
                !not.isEmpty() && not.getFirst().strict(),
                List.copyOf(allowed),
                byKind);
    }

    /** Options of the agent's: a threshold where there is one, and rules of the form of a file of allow rules. */
    Map<String, String> forAgent(String test) {
        return forAgent(test, LocalDate.now());
    }

    Map<String, String> forAgent(String test, LocalDate today) {
        var options = new LinkedHashMap<String, String>();
        if (!most.isBlank()) {
            options.put("max-blocking-time", most);
        }
        var rules = new ArrayList<String>();
        for (AllowBlocking each : allowed) {
            if (each.reason().isBlank()) {
                throw new ExtensionConfigurationException(
                        "@AllowBlocking of " + test + " gives no reason; say why it is all right");
            }
            if (!expired(each, test, today)) {
                rules.addAll(rules(each));
            }
        }
        for (Kind kind : expected.keySet()) {
            rules.add(kind + " * because " + test + " expects it");
        }
        options.put("allow", String.join("\n", rules));
        return options;
    }

    private static List<String> rules(AllowBlocking allow) {
        var rules = new ArrayList<String>();
        String reason = allow.reason().strip().replaceAll("\\s+", " ");
        List<String> frames = allow.frames().length == 0 ? List.of("*") : List.of(allow.frames());
        for (String frame : frames) {
            if (allow.kinds().length == 0) {
                rules.add("* " + frame + " because " + reason);
            }
            for (Kind kind : allow.kinds()) {
                rules.add(kind + " " + frame + " because " + reason);
            }
        }
        return rules;
    }

    /** Those whose last day has passed, as sentences for the one who reads why the test fails. */
    List<String> expired(LocalDate today) {
        var sentences = new ArrayList<String>();
        for (AllowBlocking each : allowed) {
            if (expired(each, "", today)) {
                sentences.add("@AllowBlocking(\"" + each.reason() + "\") has not held any more since " + each.until()
                        + "; mend the code, or give it another day and a reason");
            }
        }
        return sentences;
    }

    private static boolean expired(AllowBlocking allow, String test, LocalDate today) {
        if (allow.until().isBlank()) {
            return false;
        }
        try {
            return today.isAfter(LocalDate.parse(allow.until().strip()));
        } catch (DateTimeException e) {
            throw new ExtensionConfigurationException(
                    "@AllowBlocking of " + test + " has until=\"" + allow.until()
                            + "\", which is no date; write it as 2027-03-31",
                    e);
        }
    }
}
