package dev.snag.maven;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** Arguments of a JVM in one line, as Surefire's {@code argLine} has them: with blanks between, quoted where blanks are within. */
final class JvmArguments {

    private final List<String> arguments;

    private JvmArguments(List<String> arguments) {
        this.arguments = arguments;
    }

    /** Reads a line; null is none. Quotes are kept, so that the others' arguments stay as they are. */
    static JvmArguments parse(String line) {
        var arguments = new ArrayList<String>();
        var argument = new StringBuilder();
        char quote = 0;
        for (char c : (line == null ? "" : line).toCharArray()) {
            if (quote == 0 && Character.isWhitespace(c)) {
                add(argument, arguments);
            } else {
                argument.append(c);
                if (quote == 0 && (c == '"' || c == '\'')) {
                    quote = c;
                } else if (c == quote) {
                    quote = 0;
                }
            }
        }
        add(argument, arguments);
        return new JvmArguments(arguments);
    }

    private static void add(StringBuilder argument, List<String> arguments) {
        if (argument.length() > 0) {
            arguments.add(argument.toString());
            argument.setLength(0);
        }
    }

    /**
     * With this agent before all others, and no second time where the line has it already.
     *
     * @param agent {@code -javaagent:JAR=OPTIONS}
     */
    JvmArguments withAgent(String agent) {
        String same = agent.substring(0, agent.indexOf('=') + 1);
        var changed = new ArrayList<String>(List.of(quoted(agent)));
        arguments.stream()
                .filter(argument -> !unquoted(argument).startsWith(same))
                .forEach(changed::add);
        return new JvmArguments(changed);
    }

    /** With this one at the end, unless the same name is set already. */
    JvmArguments withProperty(String name, String value) {
        String same = "-D" + name + "=";
        if (arguments.stream().anyMatch(argument -> unquoted(argument).startsWith(same))) {
            return this;
        }
        var changed = new ArrayList<String>(arguments);
        changed.add(quoted(same + value));
        return new JvmArguments(changed);
    }

    private static String quoted(String argument) {
        if (argument.chars().noneMatch(c -> Character.isWhitespace(c) || c == '"' || c == '\'')) {
            return argument;
        }
        char quote = argument.indexOf('"') < 0 ? '"' : '\'';
        if (argument.indexOf(quote) >= 0) {
            throw new IllegalArgumentException(
                    "no argument of a JVM can have both kinds of quotes; take one of them out of: " + argument);
        }
        return quote + argument + quote;
    }

    private static String unquoted(String argument) {
        return argument.replace("\"", "").replace("'", "");
    }

    /** The line. */
    @Override
    public String toString() {
        var line = new StringJoiner(" ");
        arguments.forEach(line::add);
        return line.toString();
    }
}
