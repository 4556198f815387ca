package dev.snag.samples.workers;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/**
 * One run of the comparison.
 *
 * @param processors of the machine
 * @param server the database
 * @param window how long each type was measured
 */
record Run(LocalDate date, int processors, String server, int clients, Duration window, List<Row> rows) {

    Run {
        rows = List.copyOf(rows);
    }

    /** In one sentence: what it ran on, and with what load. */
    String setting() {
        return date + ", " + processors + " processors, " + server + ", " + clients + " clients that wait for "
                + Client.PATIENCE_MILLIS / 1_000 + " s at most, each type measured for " + window.toSeconds() + " s.";
    }
}
