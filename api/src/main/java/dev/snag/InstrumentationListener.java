package dev.snag;

/**
 * Is asked before Snag transforms a class for a strict rule, and hears of it afterwards. Name it in
 * {@code META-INF/services/dev.snag.InstrumentationListener}.
 *
 * <p>It is looked for on the class path before {@code main}, and only where there are strict rules. It is called on whatever
 * thread loads the class: it must be quick, and not wait for another thread. The two hooks that the watch itself needs, both in
 * {@code java.lang.VirtualThread}, are not asked about.
 */
public interface InstrumentationListener {

    /**
     * Whether the class may be transformed; if not, calls of its methods are not seen, which is said at start.
     *
     * @param className binary name
     */
    default boolean mayInstrument(String className) {
        return true;
    }

    /**
     * The class has been transformed.
     *
     * @param className binary name
     */
    default void instrumented(String className) {}
}
