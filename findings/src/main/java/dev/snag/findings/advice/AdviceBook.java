package dev.snag.findings.advice;

import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rules in the order in which they are asked: the first that fits gives the advice, another the outlook on later JDKs. */
public final class AdviceBook {

    /** Says nothing. */
    public static final AdviceBook EMPTY = new AdviceBook(List.of(), List.of());

    private final List<Rule> advice;
    private final List<Rule> outlook;

    AdviceBook(List<Rule> advice, List<Rule> outlook) {
        this.advice = List.copyOf(advice);
        this.outlook = List.copyOf(outlook);
    }

    /**
     * Reads a file of rules; does not close it.
     *
     * @throws AdviceError where it is no such file, with the line
     */
    public static AdviceBook read(Reader text) throws AdviceError {
        return new AdviceParser(text).book();
    }

    /** These rules, and where none of them fits those. */
    public AdviceBook before(AdviceBook those) {
        return new AdviceBook(joined(advice, those.advice), joined(outlook, those.outlook));
    }

    private static List<Rule> joined(List<Rule> first, List<Rule> then) {
        var all = new ArrayList<>(first);
        all.addAll(then);
        return all;
    }

    /** What to do, and where it applies what a later JDK changes; null where no rule fits. */
    public String on(Situation situation) {
        String fix = first(advice, situation).orElse(null);
        String later = first(outlook, situation).orElse(null);
        return fix == null ? later : later == null ? fix : fix + " " + later;
    }

    private static Optional<String> first(List<Rule> rules, Situation situation) {
        for (Rule rule : rules) {
            Optional<String> said = rule.on(situation);
            if (said.isPresent()) {
                return said;
            }
        }
        return Optional.empty();
    }

    List<Rule> advice() {
        return advice;
    }

    List<Rule> outlook() {
        return outlook;
    }
}
