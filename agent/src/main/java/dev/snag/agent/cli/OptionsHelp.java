package dev.snag.agent.cli;

import dev.snag.runtime.options.Option;

/** The agent's options as text: each with its names, its default and its meaning. */
final class OptionsHelp {

    private static final int WIDTH = 92;
    private static final String INDENT = "      ";

    private OptionsHelp() {}

    static String text() {
        var text = new StringBuilder();
        text.append("Options of the agent: -javaagent:snag.jar=key=value,key=value\n")
                .append("The agent's argument wins over system properties, these over the environment, that over the\n")
                .append("file snag.properties. A comma within a value is written \\,\n\n");
        for (Option option : Option.values()) {
            text.append("  ")
                    .append(option.key())
                    .append("  (default: ")
                    .append(option.defaultText())
                    .append(")\n");
            wrap(text, option.meaning());
            text.append(INDENT)
                    .append("-D")
                    .append(option.property())
                    .append("=…  ")
                    .append(option.environment())
                    .append("=…\n\n");
            if (option == Option.MAX_BLOCKING_TIME) {
                text.append("  max-blocking-time.KIND  (default: as max-blocking-time)\n");
                wrap(text, "the same for one kind: PINNED, MONITOR, BLOCKING_CALL, CLASS_INIT_WAIT, CPU or STARVATION");
                text.append('\n');
            }
        }
        return text.toString().replace("…", "...");
    }

    private static void wrap(StringBuilder text, String sentence) {
        var line = new StringBuilder(INDENT);
        for (String word : sentence.split(" ")) {
            if (line.length() + word.length() > WIDTH) {
                text.append(line.toString().stripTrailing()).append('\n');
                line = new StringBuilder(INDENT);
            }
            line.append(word).append(' ');
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }
}
