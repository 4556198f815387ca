package dev.snag.benchmarks.fork;

/** The lightest agent there is: loaded with the rights that Snag needs, and idle. */
public final class DoNothingAgent {

    private DoNothingAgent() {}

    public static void premain(String options) {
        // Nothing: it is the JVM's own price of an agent that is measured.
    }
}
