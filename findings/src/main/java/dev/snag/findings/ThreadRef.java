package dev.snag.findings;

/**
 * A thread by name and {@code Thread.threadId()}.
 *
 * @param name may be empty, as virtual threads mostly have none; null where it ended before it could be asked
 */
public record ThreadRef(String name, long id) {

    /** {@code "name" #id}, or {@code #id} alone where there is no name. */
    @Override
    public String toString() {
        return name == null || name.isEmpty() ? "#" + id : "\"" + name + "\" #" + id;
    }
}
