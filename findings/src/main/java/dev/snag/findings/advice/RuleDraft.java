package dev.snag.findings.advice;

import dev.snag.findings.Category;
import dev.snag.findings.Kind;
import dev.snag.findings.PinReason;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A rule while its fields are read, in any order. */
final class RuleDraft {

    private static final String FIELDS =
            "name, kinds, reasons, categories, operations, jdk, compensated, classes, artifacts,"
                    + " from, before, say, say-unversioned, mended or source";

    private final Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    private final Set<String> reasons = new HashSet<>();
    private final Set<Category> categories = EnumSet.noneOf(Category.class);
    private final List<String> operations = new ArrayList<>();
    private final List<String> classes = new ArrayList<>();
    private final List<String> artifacts = new ArrayList<>();
    private final List<String> sources = new ArrayList<>();
    private JdkRange jdks = JdkRange.ALL;
    private Boolean compensated;
    private Version from;
    private Version before;
    private String name;
    private String say;
    private String sayUnversioned;
    private String mended;

    /** Takes a field; returns what is wrong with it, or null. */
    String set(String field, List<String> values) {
        return switch (field) {
            case "kinds" -> named(Kind.class, values, kinds);
            case "categories" -> named(Category.class, values, categories);
            case "reasons" -> reasons(values);
            case "operations" -> added(operations, values);
            case "classes" -> added(classes, values);
            case "artifacts" -> added(artifacts, values);
            case "source" -> added(sources, values);
            case "name", "say", "say-unversioned", "mended", "jdk", "compensated", "from", "before" ->
                values.size() == 1 ? single(field, values.get(0)) : "'" + field + "' has one value, not several";
            default -> "unknown field '" + field + "'; write " + FIELDS;
        };
    }

    private String single(String field, String value) {
        if (value.isBlank()) {
            return "'" + field + "' is empty";
        }
        switch (field) {
            case "name" -> name = value;
            case "say" -> say = value;
            case "say-unversioned" -> sayUnversioned = value;
            case "mended" -> mended = value;
            case "compensated" -> {
                if (!value.equals("true") && !value.equals("false")) {
                    return "'compensated' is true or false, not '" + value + "'";
                }
                compensated = Boolean.valueOf(value);
            }
            case "jdk" -> {
                try {
                    jdks = JdkRange.of(value);
                } catch (NumberFormatException e) {
                    return "'jdk' is 21-23, 24- or 21, not '" + value + "'";
                }
            }
            case "from", "before" -> {
                Version version = Version.of(value).orElse(null);
                if (version == null) {
                    return "'" + field + "' is a version such as 42.6.0, not '" + value + "'";
                }
                if (field.equals("from")) {
                    from = version;
                } else {
                    before = version;
                }
            }
            default -> throw new IllegalArgumentException(field);
        }
        return null;
    }

    private static String added(List<String> to, List<String> values) {
        to.addAll(values);
        return values.contains("") ? "an empty text fits everything; take it out" : null;
    }

    private static <E extends Enum<E>> String named(Class<E> type, List<String> values, Set<E> to) {
        for (String value : values) {
            boolean known = false;
            for (E constant : type.getEnumConstants()) {
                if (constant.name().equals(value)) {
                    known = to.add(constant) || known;
                }
            }
            if (!known) {
                return "'" + value + "' is none of " + List.of(type.getEnumConstants()) + ", or stands there twice";
            }
        }
        return null;
    }

    private String reasons(List<String> values) {
        for (String value : values) {
            boolean known = value.equals(Condition.NONE);
            for (PinReason reason : PinReason.values()) {
                known |= reason.name().equals(value);
            }
            if (!known) {
                return "'" + value + "' is none of " + List.of(PinReason.values()) + " and not NONE";
            }
        }
        reasons.addAll(values);
        return null;
    }

    /** What the rule lacks as a whole; null where it is complete. */
    String missing() {
        if (name == null) {
            return "a rule has no 'name'";
        }
        String rule = "the rule '" + name + "' ";
        if (say == null) {
            return rule + "has no 'say', the sentence to be printed";
        }
        if (sources.isEmpty()) {
            return rule + "has no 'source', where the fact is from";
        }
        if (classes.isEmpty() && (from != null || before != null || !artifacts.isEmpty() || mended != null)) {
            return rule + "is about a library, so it needs 'classes', prefixes of the names of its classes";
        }
        if (!classes.isEmpty() && mended == null) {
            return rule + "needs 'mended', the release in which it is mended, or none";
        }
        if ((from != null || before != null) && artifacts.isEmpty()) {
            return rule + "is about versions, so it needs 'artifacts', names of jars without version";
        }
        if (say.contains(Rule.VERSION) && sayUnversioned == null) {
            return rule + "says {version}, so it needs 'say-unversioned' for when that is not known";
        }
        return say.contains(Rule.VERSION) && artifacts.isEmpty()
                ? rule + "says {version} but has no 'artifacts'"
                : null;
    }

    String name() {
        return name;
    }

    Rule rule() {
        var condition = new Condition(kinds, reasons, categories, operations, jdks, compensated);
        Library library = classes.isEmpty() ? null : new Library(classes, artifacts, new Versions(from, before));
        return new Rule(name, condition, library, say, sayUnversioned, mended, sources);
    }
}
