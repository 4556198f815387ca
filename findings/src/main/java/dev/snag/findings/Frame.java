package dev.snag.findings;

import java.util.Objects;

/**
 * One frame of a stack.
 *
 * @param className binary name of the class, with the VM's suffix of hidden classes taken off
 * @param method name of the method
 * @param line line in the source, 0 where unknown or native
 * @param jar file name of the jar, name of the folder, or {@code module@version} for the JDK's; null where unknown
 * @param version version of the jar, null where it has none
 */
public record Frame(String className, String method, int line, String jar, String version) {

    // What the compiler gives a record is linked at its first use, which would cost the first finding's text tens of
    // milliseconds.
    @Override
    public boolean equals(Object other) {
        return other instanceof Frame frame
                && line == frame.line
                && Objects.equals(className, frame.className)
                && Objects.equals(method, frame.method)
                && Objects.equals(jar, frame.jar)
                && Objects.equals(version, frame.version);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Objects.hashCode(className) + Objects.hashCode(method)) + line;
    }

    /** {@code class.method:line}. */
    @Override
    public String toString() {
        return className + "." + method + (line > 0 ? ":" + line : "");
    }
}
