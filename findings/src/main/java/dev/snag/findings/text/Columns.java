package dev.snag.findings.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Aligns the cells of a table. */
final class Columns {

    private static final String GAP = "  ";

    private Columns() {}

    /**
     * The lines of a table.
     *
     * @param rows the headings first; all have as many cells
     * @param numbers the columns, from 0, that are aligned to the right
     */
    static List<String> aligned(List<List<String>> rows, Set<Integer> numbers) {
        int[] widths = widths(rows);
        var lines = new ArrayList<String>(rows.size());
        for (List<String> row : rows) {
            var line = new StringBuilder();
            for (int c = 0; c < widths.length; c++) {
                String padding = " ".repeat(widths[c] - row.get(c).length());
                line.append(c == 0 ? "" : GAP);
                line.append(numbers.contains(c) ? padding + row.get(c) : row.get(c) + padding);
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    /** What is left of {@code width} beside these rows. */
    static int left(List<List<String>> rows, int width) {
        int left = width;
        for (int taken : widths(rows)) {
            left -= taken + GAP.length();
        }
        return left + GAP.length();
    }

    private static int[] widths(List<List<String>> rows) {
        var widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int c = 0; c < widths.length; c++) {
                widths[c] = Math.max(widths[c], row.get(c).length());
            }
        }
        return widths;
    }
}
