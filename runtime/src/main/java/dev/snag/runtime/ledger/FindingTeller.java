package dev.snag.runtime.ledger;

import dev.snag.findings.End;
import dev.snag.findings.Occurrence;
import dev.snag.findings.Starvation;
import dev.snag.findings.tally.Snag;
import dev.snag.findings.tally.SnagTally;
import dev.snag.findings.tally.Telling;
import dev.snag.findings.text.FindingText;
import dev.snag.findings.text.SummaryTable;
import dev.snag.runtime.gate.RunGate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * What people read of the findings. One is told when it has ended, with its measured length; one that lasts for
 * {@link #LONG_MILLIS}, or can never end, is told while it goes on. What a rule allows is counted and not told.
 */
final class FindingTeller {

    private static final double LONG_MILLIS = 1_000;

    private final RunGate gate;
    private final boolean prints;
    private final BiPredicate<Occurrence, List<String>> audience;
    private final SnagTally tally = new SnagTally();
    private final SnagTally allowed = new SnagTally();
    private final Map<String, Occurrence> untold = new LinkedHashMap<>();
    private final Set<String> told = new HashSet<>();

    /**
     * A teller.
     *
     * @param prints whether findings are told one by one
     */
    FindingTeller(RunGate gate, boolean prints) {
        this(gate, prints, (occurrence, lines) -> false);
    }

    /**
     * A teller with an audience.
     *
     * @param audience takes a finding and its lines, if it wants to print them itself
     */
    FindingTeller(RunGate gate, boolean prints, BiPredicate<Occurrence, List<String>> audience) {
        this.gate = gate;
        this.prints = prints;
        this.audience = audience;
    }

    /** The lines that this line of an occurrence is worth; it is counted. */
    List<String> take(Occurrence occurrence) {
        String id = occurrence.id();
        if (!occurrence.ongoing() || told.contains(id) || willLast(occurrence)) {
            untold.remove(id);
            return tell(occurrence);
        }
        untold.put(id, occurrence);
        return List.of();
    }

    private static boolean willLast(Occurrence occurrence) {
        Starvation starvation = occurrence.cause().starvation();
        return occurrence.hold().durationMs() >= LONG_MILLIS || starvation != null && starvation.deadlock();
    }

    /** The lines of those that were still waited for. */
    List<String> rest() {
        var lines = new ArrayList<String>();
        for (Occurrence occurrence : List.copyOf(untold.values())) {
            lines.addAll(tell(occurrence));
        }
        untold.clear();
        return lines;
    }

    private List<String> tell(Occurrence occurrence) {
        if (occurrence.ongoing()) {
            told.add(occurrence.id());
        } else {
            told.remove(occurrence.id());
        }
        if (!gate.lists(occurrence)) {
            allowed.add(occurrence);
            return List.of();
        }
        var telling = tally.add(occurrence);
        List<String> lines = prints && gate.tells(occurrence) ? lines(occurrence, telling) : List.of();
        return audience.test(occurrence, lines) ? List.of() : lines;
    }

    private List<String> lines(Occurrence occurrence, Telling telling) {
        return switch (telling) {
            case FULL -> FindingText.full(occurrence);
            case SHORT ->
                List.of(FindingText.repeated(
                        occurrence, tally.count(occurrence.place().fingerprint())));
            case END -> List.of(FindingText.ended(occurrence));
            case NOTHING -> List.of();
        };
    }

    /** All occurrences, those that a rule allows included. */
    long occurrences() {
        return count(tally) + count(allowed);
    }

    /** All snags, those that a rule allows included. */
    long snags() {
        var fingerprints = new HashSet<String>();
        tally.snags().forEach(snag -> fingerprints.add(snag.fingerprint()));
        allowed.snags().forEach(snag -> fingerprints.add(snag.fingerprint()));
        return fingerprints.size();
    }

    /** The table at exit. */
    List<String> summary(End end) {
        return SummaryTable.lines(tally, end);
    }

    private static long count(SnagTally tally) {
        long count = tally.others().map(Snag::count).orElse(0L);
        for (Snag snag : tally.snags()) {
            count += snag.count();
        }
        return count;
    }
}
