package dev.snag.runtime.origins;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a jar's file name tells.
 *
 * @param artifact the name without version and extension
 * @param version null where the name has none
 */
record JarName(String artifact, String version) {

    private static final Pattern EXTENSION = Pattern.compile("\\.(jar|war|zip|ear)$");
    private static final Pattern VERSION = Pattern.compile("-(?=\\d)");
    /** {@code log4j-1.2-api-2.26.1}: a number of the name, and after a word the version. */
    private static final Pattern NUMBER_OF_NAME =
            Pattern.compile("^[\\d.]+-(?!(?:alpha|beta|rc|cr|m|pre|snapshot|sp|b|jre|java)\\b)[a-z][a-z-]*-(?=\\d)");

    static JarName of(String fileName) {
        String base = EXTENSION.matcher(fileName).replaceFirst("");
        Matcher version = VERSION.matcher(base);
        if (!version.find() || version.start() == 0) {
            return new JarName(base, null);
        }
        int at = version.end();
        Matcher number = NUMBER_OF_NAME.matcher(base.substring(at));
        if (number.find()) {
            at += number.end();
        }
        return new JarName(base.substring(0, at - 1), base.substring(at));
    }
}
