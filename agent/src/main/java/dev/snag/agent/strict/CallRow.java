package dev.snag.agent.strict;

import dev.snag.findings.Category;

/**
 * A method at whose entry and exits the bridge is called, or several of one name.
 *
 * @param what it is to strict rules
 * @param category of {@link What#CALL}; else null
 * @param owner internal name of the class
 * @param descriptor null for all methods of that name that have code
 */
record CallRow(What what, Category category, String owner, String method, String descriptor) {

    /** What a method is to strict rules. */
    enum What {
        /** Does what is forbidden. */
        CALL,
        /** A method of the JDK's that the program calls, and that does it by others: what they do is told as done by this. */
        GROUP,
        /** Loads classes or logs: what is done within is not the program's doing. */
        QUIET,
        /** A park that cannot unmount. */
        PINNED,
        /** Returns a handle on a native function (FFM), which is to call the bridge as well. */
        FOREIGN
    }

    boolean is(String name, String type) {
        return method.equals(name) && (descriptor == null || descriptor.equals(type));
    }

    /** The class as programs write it. */
    String className() {
        return owner.replace('/', '.');
    }

    @Override
    public String toString() {
        return (category == null ? what : category) + " " + className() + "." + method
                + (descriptor == null ? "" : descriptor);
    }
}
