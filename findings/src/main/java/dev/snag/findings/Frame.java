package dev.snag.findings;

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

    /** {@code class.method:line}. */
    @Override
    public String toString() {
        return className + "." + method + (line > 0 ? ":" + line : "");
    }
}
