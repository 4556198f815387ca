package dev.snag.agent.strict;

import dev.snag.agent.strict.CallRow.What;
import dev.snag.findings.Category;
import dev.snag.runtime.options.StrictRules;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The methods of the JDK that strict rules are about, from {@code calls.txt}: a line for each, {@code WHAT CLASS METHOD}, with a
 * descriptor behind the method where not all of its name are meant, and the JDKs as {@code 21-23} or {@code 25-} where not all
 * have it.
 */
final class CallCatalogue {

    private static final String FILE = "calls.txt";
    private static final int PARTS = 3;

    private CallCatalogue() {}

    /**
     * The rows of a JDK, in the order of the file.
     *
     * @param jdk feature version
     */
    static List<CallRow> of(int jdk) throws IOException {
        try (InputStream in = CallCatalogue.class.getResourceAsStream(FILE);
                var text = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            var rows = new ArrayList<CallRow>();
            for (String line = text.readLine(); line != null; line = text.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] parts = line.strip().split("\\s+");
                    if (parts.length < PARTS || parts.length > PARTS + 1) {
                        throw new IllegalStateException(FILE + ": not WHAT CLASS METHOD [JDKS]: " + line);
                    }
                    if (parts.length == PARTS || isOf(parts[PARTS], jdk)) {
                        rows.add(row(parts));
                    }
                }
            }
            return rows;
        }
    }

    private static boolean isOf(String range, int jdk) {
        int dash = range.indexOf('-');
        String end = range.substring(dash + 1);
        return jdk >= Integer.parseInt(range.substring(0, dash)) && (end.isEmpty() || jdk <= Integer.parseInt(end));
    }

    private static CallRow row(String[] parts) {
        int parenthesis = parts[2].indexOf('(');
        String method = parenthesis < 0 ? parts[2] : parts[2].substring(0, parenthesis);
        String descriptor = parenthesis < 0 ? null : parts[2].substring(parenthesis);
        String owner = parts[1].replace('.', '/');
        for (What what : What.values()) {
            if (what != What.CALL && what.name().equals(parts[0])) {
                return new CallRow(what, null, owner, method, descriptor);
            }
        }
        return new CallRow(What.CALL, Category.valueOf(parts[0]), owner, method, descriptor);
    }

    /** Those that these rules need on this JVM. */
    static List<CallRow> of(StrictRules rules) throws IOException {
        var wanted = new ArrayList<CallRow>();
        for (CallRow row : of(Runtime.version().feature())) {
            boolean needed = switch (row.what()) {
                case CALL ->
                    rules.categories().contains(row.category()) || row.category() == Category.FILE && streams(rules);
                case GROUP, QUIET ->
                    !rules.categories().isEmpty() || !rules.own().isEmpty();
                case PINNED -> rules.pinned();
                case FOREIGN -> rules.categories().contains(Category.NATIVE);
            };
            if (needed) {
                wanted.add(row);
            }
        }
        for (StrictRules.OwnRule own : rules.own()) {
            wanted.add(
                    new CallRow(What.CALL, Category.OWN_RULE, own.className().replace('.', '/'), own.method(), null));
        }
        return wanted;
    }

    /** The JDK reads and writes child processes and standard streams as it does files. */
    private static boolean streams(StrictRules rules) {
        return rules.categories().contains(Category.PROCESS)
                || rules.categories().contains(Category.CONSOLE);
    }
}
