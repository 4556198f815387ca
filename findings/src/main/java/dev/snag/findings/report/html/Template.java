package dev.snag.findings.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A resource beside this class, in which {@code {{name}}} is a place for something else. */
final class Template {

    private static final String OPEN = "{{";
    private static final String CLOSE = "}}";

    private Template() {}

    /** The text of a resource. */
    static String resource(String name) {
        try (InputStream in = Template.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + name + " is not in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The resource " + name + " cannot be read", e);
        }
    }

    /** Fills all places in one pass, so that what is filled in is never taken for a place. */
    static String filled(String template, Map<String, String> parts) {
        var text = new StringBuilder(template.length());
        int from = 0;
        for (int open = template.indexOf(OPEN); open >= 0; open = template.indexOf(OPEN, from)) {
            int close = template.indexOf(CLOSE, open);
            String name = template.substring(open + OPEN.length(), close);
            String part = parts.get(name);
            if (part == null) {
                throw new IllegalStateException("Nothing is given for " + name);
            }
            text.append(template, from, open).append(part);
            from = close + CLOSE.length();
        }
        return text.append(template, from, template.length()).toString();
    }
}
