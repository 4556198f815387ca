package dev.snag.findings.tally;

import dev.snag.findings.Occurrence;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One snag's occurrences: those that ended as sums, those that go on by their latest line.
 *
 * <p>They are kept apart because an ongoing line is provisional: its duration grows, and its end may turn out to be of
 * another kind and so of another snag.
 */
final class SnagRow {

    private final String fingerprint;
    private final Totals ended = new Totals();
    private final Map<String, Occurrence> ongoing = new LinkedHashMap<>();

    SnagRow(String fingerprint) {
        this.fingerprint = fingerprint;
    }

    void add(Occurrence occurrence) {
        if (occurrence.ongoing()) {
            ongoing.put(occurrence.id(), occurrence);
            ended.showAsExample(occurrence);
        } else {
            ended.add(occurrence);
        }
    }

    void withdraw(String id) {
        ongoing.remove(id);
    }

    /** Counts an ongoing occurrence as it is, since its end is not waited for any more. */
    void settle(String id) {
        Occurrence left = ongoing.remove(id);
        if (left != null) {
            ended.add(left);
        }
    }

    long count() {
        return ended.count() + ongoing.size();
    }

    Snag snag() {
        Totals all = Totals.copyOf(ended);
        ongoing.values().forEach(all::add);
        return all.snag(fingerprint);
    }
}
