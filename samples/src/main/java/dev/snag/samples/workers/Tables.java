package dev.snag.samples.workers;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Locale;

/** A run as text, as Markdown and as JSON. */
final class Tables {

    private static final String ROW = "%-36s %8s %8s %8s %8s %9s %6s %9s %8s%n";
    private static final double BYTES_PER_MEBIBYTE = 1 << 20;

    private Tables() {}

    /** For a terminal. */
    static String text(Run run) {
        var text = new StringBuilder();
        text.append(
                ROW.formatted("", "done/s", "p50 ms", "p99 ms", "refused", "timed out", "CPU %", "conn.", "active"));
        for (Row row : run.rows()) {
            Numbers numbers = row.numbers();
            text.append(ROW.formatted(
                    row.type().title(),
                    decimal(numbers.donePerSecond()),
                    decimal(numbers.p50Millis()),
                    decimal(numbers.p99Millis()),
                    numbers.refused(),
                    numbers.timedOut(),
                    decimal(row.cpuPercent()),
                    row.mostOpen(),
                    String.format(Locale.ROOT, "%.1f", row.meanActive())));
        }
        text.append('\n');
        for (Row row : run.rows()) {
            text.append(row.type().title()).append(": ").append(row.found()).append('\n');
            if (row.burst() != null) {
                text.append("  ").append(burst(row.burst())).append('\n');
            }
        }
        return text.append('\n').append(run.setting()).append('\n').toString();
    }

    /** For the page. */
    static String markdown(Run run) {
        var text = new StringBuilder();
        text.append(
                "| | JDK | done/s | p50 ms | p99 ms | refused | timed out | CPU % | connections | active | memory |\n");
        text.append("|---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n");
        for (Row row : run.rows()) {
            Numbers numbers = row.numbers();
            text.append(String.join(
                    " | ",
                    "| **" + row.type().title() + "**<br>" + row.type().setting(),
                    jdk(row),
                    decimal(numbers.donePerSecond()),
                    decimal(numbers.p50Millis()),
                    decimal(numbers.p99Millis()),
                    share(numbers.refused(), numbers.requests()),
                    share(numbers.timedOut(), numbers.requests()),
                    decimal(row.cpuPercent()),
                    String.valueOf(row.mostOpen()),
                    String.format(Locale.ROOT, "%.1f", row.meanActive()),
                    decimal(row.residentBytes() / BYTES_PER_MEBIBYTE) + " MiB |\n"));
        }
        text.append("\nWhat Snag has found meanwhile:\n\n| | |\n|---|---|\n");
        for (Row row : run.rows()) {
            text.append("| ").append(row.type().title()).append(" | ").append(row.found());
            if (row.burst() != null) {
                text.append(". ").append(burst(row.burst()));
            }
            text.append(" |\n");
        }
        return text.append('\n').append(run.setting()).append('\n').toString();
    }

    /** {@code 21.0.13}. */
    static String jdk(Row row) {
        return row.jdk().replaceAll("[+-].*", "");
    }

    private static String share(long part, long whole) {
        return part == 0 ? "0" : String.format(Locale.ROOT, "%d (%.0f %%)", part, 100.0 * part / whole);
    }

    /** {@code Then 2000 virtual threads at once: 100 done, 1900 refused ("FATAL: sorry, too many clients already").} */
    static String burst(Burst.Outcome burst) {
        int all = burst.done() + burst.failed();
        return "Then " + all + " virtual threads at once: " + burst.done() + " done, " + burst.failed() + " refused"
                + (burst.firstError().isEmpty() ? "" : " (\"" + burst.firstError() + "\")");
    }

    /** Whole numbers, and below ten one digit more where it is not nothing. */
    static String decimal(double value) {
        return value == 0 ? "0" : String.format(Locale.ROOT, value < 9.95 ? "%.1f" : "%.0f", value);
    }

    /** For other programs. */
    static String json(Run run) {
        var json = new JsonObject();
        json.addProperty("date", run.date().toString());
        json.addProperty("processors", run.processors());
        json.addProperty("server", run.server());
        json.addProperty("clients", run.clients());
        json.addProperty("patienceMs", Client.PATIENCE_MILLIS);
        json.addProperty("windowMs", run.window().toMillis());
        var types = new JsonArray();
        run.rows().forEach(row -> types.add(json(row)));
        json.add("types", types);
        return new GsonBuilder()
                        .setPrettyPrinting()
                        .disableHtmlEscaping()
                        .create()
                        .toJson(json) + "\n";
    }

    private static JsonObject json(Row row) {
        Numbers numbers = row.numbers();
        var json = new JsonObject();
        json.addProperty("type", row.type().key());
        json.addProperty("setting", row.type().setting());
        json.addProperty("jdk", row.jdk());
        json.addProperty("requests", numbers.requests());
        json.addProperty("donePerSecond", numbers.donePerSecond());
        json.addProperty("p50Ms", numbers.p50Millis());
        json.addProperty("p99Ms", numbers.p99Millis());
        json.addProperty("refused", numbers.refused());
        json.addProperty("timedOut", numbers.timedOut());
        json.addProperty("cpuPercent", row.cpuPercent());
        json.addProperty("residentBytes", row.residentBytes());
        json.addProperty("mostConnections", row.mostOpen());
        json.addProperty("meanActiveConnections", row.meanActive());
        json.addProperty("found", row.found());
        if (row.burst() != null) {
            var burst = new JsonObject();
            burst.addProperty("done", row.burst().done());
            burst.addProperty("failed", row.burst().failed());
            burst.addProperty("firstError", row.burst().firstError());
            json.add("burst", burst);
        }
        return json;
    }
}
