package dev.snag.runtime.options;

import dev.snag.findings.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Raw values by key, each with the place where it stood; a place that is asked earlier wins. Keys are the options' and
 * {@code max-blocking-time.KIND} for each kind.
 */
final class Settings {

    private final Map<String, Value> values = new LinkedHashMap<>();

    /** What an option was set to, and where. */
    record Value(String text, String where) {}

    /** Every key that may be set. */
    static Map<String, Option> keys() {
        var keys = new TreeMap<String, Option>();
        for (Option option : Option.values()) {
            keys.put(option.key(), option);
        }
        for (Kind kind : Kind.values()) {
            keys.put(Option.MAX_BLOCKING_TIME.key() + "." + kind, Option.MAX_BLOCKING_TIME);
        }
        return keys;
    }

    /** Takes a value unless an earlier place has set it. */
    void offer(String key, String text, String where) {
        if (!keys().containsKey(key)) {
            throw new OptionError("unknown option '" + key + "' in " + where + "; the nearest is '" + nearest(key)
                    + "' (java -jar snag.jar help options lists all)");
        }
        values.putIfAbsent(key, new Value(text.strip(), where));
    }

    Value get(String key) {
        return values.get(key);
    }

    String text(Option option) {
        Value value = values.get(option.key());
        return value == null ? option.defaultText() : value.text();
    }

    /** The agent's own argument: {@code key=value,key=value}; a comma within a value is written {@code \,}. */
    void offerArgument(String argument) {
        String where = "the agent's argument";
        for (String pair : pairs(argument)) {
            String one = pair.strip();
            if (one.isEmpty()) {
                continue;
            }
            int equals = one.indexOf('=');
            if (equals < 0) {
                throw new OptionError("'" + one + "' in " + where + " is not key=value; the nearest option is '"
                        + nearest(one) + "'");
            }
            offer(one.substring(0, equals).strip(), one.substring(equals + 1), where);
        }
    }

    private static List<String> pairs(String argument) {
        var pairs = new ArrayList<String>();
        var pair = new StringBuilder();
        for (int i = 0; i < argument.length(); i++) {
            char c = argument.charAt(i);
            if (c == '\\' && i + 1 < argument.length() && argument.charAt(i + 1) == ',') {
                pair.append(',');
                i++;
            } else if (c == ',') {
                pairs.add(pair.toString());
                pair.setLength(0);
            } else {
                pair.append(c);
            }
        }
        pairs.add(pair.toString());
        return pairs;
    }

    /** System properties that begin with {@code snag.}. */
    void offerProperties(Map<String, String> properties) {
        for (String name : new TreeSet<>(properties.keySet())) {
            if (name.startsWith("snag.")) {
                offer(name.substring("snag.".length()), properties.get(name), "the system property " + name);
            }
        }
    }

    /** Variables of the environment that begin with {@code SNAG_}. */
    void offerEnvironment(Map<String, String> environment) {
        for (String name : new TreeSet<>(environment.keySet())) {
            if (name.startsWith("SNAG_")) {
                offer(keyOf(name), environment.get(name), "the environment variable " + name);
            }
        }
    }

    private static String keyOf(String variable) {
        for (String key : keys().keySet()) {
            if (Option.environment(key).equals(variable)) {
                return key;
            }
        }
        return variable.substring("SNAG_".length()).toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String nearest(String key) {
        String best = "";
        int least = Integer.MAX_VALUE;
        for (String known : keys().keySet()) {
            int distance = distance(key.toLowerCase(Locale.ROOT), known.toLowerCase(Locale.ROOT));
            if (distance < least) {
                least = distance;
                best = known;
            }
        }
        return best;
    }

    /** Levenshtein's. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
