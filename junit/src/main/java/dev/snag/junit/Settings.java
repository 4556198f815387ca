package dev.snag.junit;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * JUnit's configuration parameters that are ours.
 *
 * @param attach whether the agent may be attached to a JVM that was started without it
 * @param agent path of its jar; null for that on the class path
 * @param patience the longest that the end of a test waits for threads of it that still hold a carrier
 */
record Settings(boolean attach, String agent, Duration patience) {

    static final String ATTACH = "dev.snag.junit.attach";
    static final String AGENT = "dev.snag.junit.agent";
    static final String PATIENCE = "dev.snag.junit.patience";

    private static final Pattern SPAN = Pattern.compile("([0-9]{1,9}) ?(ms|s)");
    private static final Duration USUAL_PATIENCE = Duration.ofSeconds(1);

    static Settings of(ExtensionContext context) {
        return new Settings(
                attach(context.getConfigurationParameter(ATTACH).orElse("true")),
                context.getConfigurationParameter(AGENT).orElse(null),
                context.getConfigurationParameter(PATIENCE).map(Settings::span).orElse(USUAL_PATIENCE));
    }

    private static boolean attach(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw bad(ATTACH, text, "true or false");
        };
    }

    private static Duration span(String text) {
        Matcher span = SPAN.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!span.matches()) {
            throw bad(PATIENCE, text, "a number with ms or s, such as 500ms");
        }
        long number = Long.parseLong(span.group(1));
        return span.group(2).equals("s") ? Duration.ofSeconds(number) : Duration.ofMillis(number);
    }

    private static ExtensionConfigurationException bad(String key, String text, String remedy) {
        return new ExtensionConfigurationException(key + " is '" + text + "'; write " + remedy);
    }
}
