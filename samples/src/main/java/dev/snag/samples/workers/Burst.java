package dev.snag.samples.workers;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Many that try the same at one time: how many could, how many could not, and what the first of these was told. */
final class Burst {

    private static final String SEPARATOR = ";";

    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicReference<String> firstError = new AtomicReference<>("");

    /** One try, on the calling thread. */
    interface Attempt {
        Object get() throws SQLException;
    }

    void tryOne(Attempt attempt) {
        try {
            attempt.get();
            done.incrementAndGet();
        } catch (SQLException refused) {
            failed.incrementAndGet();
            firstError.compareAndSet("", String.valueOf(refused.getMessage()));
        }
    }

    /** As it crosses from the service to who asked; {@link Outcome#read} reads it. */
    String text() {
        return done + SEPARATOR + failed + SEPARATOR + firstError;
    }

    /**
     * What came of it.
     *
     * @param firstError empty where none failed
     */
    record Outcome(int done, int failed, String firstError) {

        static Outcome read(String text) {
            String[] parts = text.split(SEPARATOR, 3);
            return new Outcome(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), parts[2]);
        }
    }
}
