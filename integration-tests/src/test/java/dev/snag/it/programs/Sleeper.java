package dev.snag.it.programs;

/** Sleeps while it is initialized, and so pins a virtual thread on every JDK. */
final class Sleeper {
    /** Names the system property that says for how many milliseconds. */
    static final String MILLIS = "program.sleep";

    static {
        try {
            Thread.sleep(Integer.getInteger("program.sleep"));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Sleeper() {}
}
