package dev.snag.findings.tally;

import dev.snag.findings.Occurrence;
import java.time.Instant;

/** The running sums of one row. */
final class Totals {

    private long count;
    private double totalMs;
    private double longestMs;
    private Instant first;
    private Instant last;
    private Occurrence example;

    static Totals copyOf(Totals other) {
        var copy = new Totals();
        copy.count = other.count;
        copy.totalMs = other.totalMs;
        copy.longestMs = other.longestMs;
        copy.first = other.first;
        copy.last = other.last;
        copy.example = other.example;
        return copy;
    }

    void add(Occurrence occurrence) {
        count += occurrence.count();
        totalMs += occurrence.hold().durationMs();
        longestMs = Math.max(longestMs, occurrence.hold().durationMs());
        Instant time = occurrence.time();
        first = first == null || time.isBefore(first) ? time : first;
        last = last == null || time.isAfter(last) ? time : last;
        showAsExample(occurrence);
    }

    /** Makes it the example where there is none yet, or where it is a later line of the one that is. */
    void showAsExample(Occurrence occurrence) {
        if (example == null || example.id().equals(occurrence.id())) {
            example = occurrence;
        }
    }

    long count() {
        return count;
    }

    Snag snag(String fingerprint) {
        return new Snag(fingerprint, count, totalMs, longestMs, first, last, example);
    }
}
