package dev.snag.runtime.options;

import dev.snag.findings.Category;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;

/**
 * What virtual threads may not do at any duration, however short: the option {@code strict}.
 *
 * @param categories of calls
 * @param pinned whether a pinned park is one of them
 * @param own methods of the user's
 */
public record StrictRules(Set<Category> categories, boolean pinned, List<OwnRule> own) {

    /** Forbids nothing. */
    public static final StrictRules NONE = new StrictRules(Set.of(), false, List.of());

    /** What a test forbids that says nothing: all that holds a carrier, but what each program does at its start. */
    static final String OF_TESTS = "FILE:DNS:PROCESS:SELECTOR:NETWORK:PINNED";

    private static final String PINNED = "PINNED";
    private static final String ALL = "all";

    public StrictRules {
        categories = Set.copyOf(categories);
        own = List.copyOf(own);
    }

    /**
     * A method of the user's that is forbidden, in all its overloads.
     *
     * @param className binary name
     */
    public record OwnRule(String className, String method) {
        @Override
        public String toString() {
            return className + "#" + method;
        }
    }

    /** Whether anything is forbidden. */
    public boolean any() {
        return pinned || !categories.isEmpty() || !own.isEmpty();
    }

    /** What the option says, in one order. */
    public String text() {
        if (!any()) {
            return "none";
        }
        var names = new StringJoiner(":");
        for (Category category : Category.values()) {
            if (categories.contains(category)) {
                names.add(category.name());
            }
        }
        if (pinned) {
            names.add(PINNED);
        }
        own.forEach(rule -> names.add(rule.toString()));
        return names.toString();
    }

    /**
     * Reads what the option says.
     *
     * @throws IllegalArgumentException with what to write instead
     */
    static StrictRules parse(String text) {
        var categories = EnumSet.noneOf(Category.class);
        var own = new LinkedHashSet<OwnRule>();
        boolean pinned = false;
        for (String part : text.split(":")) {
            String name = part.strip();
            if (name.isEmpty() || name.equalsIgnoreCase("none")) {
                continue;
            }
            if (name.indexOf('#') >= 0) {
                own.add(ownRule(name));
            } else if (name.equalsIgnoreCase(ALL)) {
                categories.addAll(known());
                pinned = true;
            } else if (name.equalsIgnoreCase(PINNED)) {
                pinned = true;
            } else {
                categories.add(category(name));
            }
        }
        return new StrictRules(categories, pinned, List.copyOf(own));
    }

    private static OwnRule ownRule(String text) {
        int hash = text.indexOf('#');
        String className = text.substring(0, hash).replace('/', '.');
        String method = text.substring(hash + 1);
        if (className.isEmpty() || method.isEmpty() || !isName(className.replace(".", "")) || !isName(method)) {
            throw new IllegalArgumentException("write a method as com.acme.Legacy#call, without parentheses");
        }
        return new OwnRule(className, method);
    }

    private static boolean isName(String text) {
        return !text.isEmpty() && text.chars().allMatch(Character::isJavaIdentifierPart);
    }

    private static Category category(String name) {
        for (Category category : known()) {
            if (category.name().equals(name.toUpperCase(Locale.ROOT))) {
                return category;
            }
        }
        var names = new ArrayList<String>();
        known().forEach(each -> names.add(each.name()));
        throw new IllegalArgumentException("'" + name + "' is none of " + String.join(", ", names) + ", " + PINNED
                + ", all, none or a method such as com.acme.Legacy#call");
    }

    private static Set<Category> known() {
        return EnumSet.complementOf(EnumSet.of(Category.OWN_RULE));
    }
}
