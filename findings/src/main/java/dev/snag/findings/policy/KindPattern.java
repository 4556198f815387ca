package dev.snag.findings.policy;

import dev.snag.findings.Category;
import dev.snag.findings.Cause;
import dev.snag.findings.Kind;
import dev.snag.findings.PinReason;
import java.util.ArrayList;
import java.util.List;

/**
 * A kind, or any, with what may make it precise: {@code PINNED}, {@code PINNED(MONITOR)}, {@code *}, {@code *(FILE)}.
 *
 * @param kind null for any
 * @param qualifier a reason or category; null for any
 */
record KindPattern(Kind kind, String qualifier) {

    private static final String ANY = "*";

    /** Exactly that of a finding. */
    static KindPattern of(Cause cause) {
        return new KindPattern(cause.kind(), qualifier(cause));
    }

    /**
     * Reads a pattern.
     *
     * @throws IllegalArgumentException with what is wrong and what to write
     */
    static KindPattern parse(String text) {
        int open = text.indexOf('(');
        String kind = open < 0 ? text : text.substring(0, open);
        if (open >= 0 && !text.endsWith(")")) {
            throw new IllegalArgumentException("'" + text + "' has no ')'; write it as PINNED(MONITOR)");
        }
        String qualifier = open < 0 ? null : text.substring(open + 1, text.length() - 1);
        if (qualifier != null && !qualifiers().contains(qualifier)) {
            throw new IllegalArgumentException("'" + qualifier + "' is neither a reason nor a category; write one of "
                    + String.join(", ", qualifiers()));
        }
        return new KindPattern(kind.equals(ANY) ? null : kind(kind), qualifier);
    }

    private static Kind kind(String name) {
        for (Kind kind : Kind.values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("'" + name + "' is not a kind; write one of " + kinds() + ", or * for any");
    }

    /** All kinds, as the end of a sentence. */
    static String kinds() {
        var names = new ArrayList<String>();
        for (Kind kind : Kind.values()) {
            names.add(kind.name());
        }
        return String.join(", ", names);
    }

    private static List<String> qualifiers() {
        var names = new ArrayList<String>();
        for (PinReason reason : PinReason.values()) {
            names.add(reason.name());
        }
        for (Category category : Category.values()) {
            names.add(category.name());
        }
        return names;
    }

    private static String qualifier(Cause cause) {
        if (cause.reason() != null) {
            return cause.reason().name();
        }
        return cause.category() == null ? null : cause.category().name();
    }

    boolean matches(Cause cause) {
        return (kind == null || kind == cause.kind()) && (qualifier == null || qualifier.equals(qualifier(cause)));
    }

    @Override
    public String toString() {
        return (kind == null ? ANY : kind.name()) + (qualifier == null ? "" : "(" + qualifier + ")");
    }
}
