package dev.snag.benchmarks.report;

import java.util.ArrayList;
import java.util.List;

/** A table of results: a title, the columns' heads and rows of as many cells. */
public record Table(String title, List<String> columns, List<List<String>> rows) {

    public static Table of(String title, String... columns) {
        return new Table(title, List.of(columns), new ArrayList<>());
    }

    public void row(String... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(
                    cells.length + " cells for the " + columns.size() + " columns of " + title);
        }
        rows.add(List.of(cells));
    }

    public String markdown() {
        StringBuilder text = new StringBuilder("**" + title + "**\n\n");
        text.append(line(columns));
        text.append("|").append("---|".repeat(columns.size())).append("\n");
        rows.forEach(row -> text.append(line(row)));
        return text.toString();
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }
}
