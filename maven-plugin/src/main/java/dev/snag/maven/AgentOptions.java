package dev.snag.maven;

import java.io.File;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/** The agent's options, as they stand behind {@code -javaagent:snag.jar=}; what was not set is left out. */
final class AgentOptions {

    private final Map<String, String> values = new LinkedHashMap<>();

    /** Sets an option; null or blank is not set, and what was set before stays. */
    AgentOptions set(String key, String value) {
        if (value != null && !value.isBlank()) {
            values.put(key, value.strip());
        }
        return this;
    }

    /** The same for a path, which is made absolute, as tests may run in another folder. */
    AgentOptions set(String key, File value) {
        return set(key, value == null ? null : value.getAbsolutePath());
    }

    /** Options by their own names; they win over those that were set before. */
    AgentOptions setAll(Map<String, String> options) {
        options.forEach(this::set);
        return this;
    }

    /** Of package prefixes or rules, which the agent wants with {@code :} between, and users may give with commas. */
    static String list(String written) {
        return written == null ? null : written.strip().replaceAll("[\\s,:]+", ":");
    }

    /** {@code -javaagent:JAR=key=value,key=value}; a comma within a value is written {@code \,}. */
    String argument(File jar) {
        var argument = new StringJoiner(",");
        values.forEach((key, value) -> argument.add(key + "=" + value.replace(",", "\\,")));
        return "-javaagent:" + jar.getAbsolutePath() + "=" + argument;
    }
}
