package dev.snag.benchmarks.fork;

/** A measurement that could not be made; the message says what happened and where its output lies. */
public final class BenchmarkFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BenchmarkFailed(String message) {
        super(message);
    }

    public BenchmarkFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
