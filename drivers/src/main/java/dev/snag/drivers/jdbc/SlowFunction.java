package dev.snag.drivers.jdbc;

/** What databases inside of the JVM call as a function, to be as slow as a database elsewhere. */
public final class SlowFunction {
    private SlowFunction() {}

    /** Waits so many milliseconds, as a friendly caller of a function would, and gives them back. */
    public static int sleep(int ms) throws InterruptedException {
        Thread.sleep(ms);
        return ms;
    }
}
