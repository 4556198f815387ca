package dev.snag.runtime.ledger;

import dev.snag.findings.Occurrence;
import dev.snag.runtime.tests.TestScope;
import java.util.List;
import java.util.function.Consumer;

/** Hears of each finding before it is printed, and may edit the lines; never makes the reporting thread wait for it. */
public interface Audience {

    /** Nobody. */
    Audience NONE = new Audience() {
        @Override
        public boolean hears(Occurrence occurrence, List<String> lines, Consumer<List<String>> edited) {
            return false;
        }

        @Override
        public List<List<String>> dismiss(long millis) {
            return List.of();
        }
    };

    /**
     * Tells of a finding.
     *
     * @param lines what is to be printed
     * @param edited takes what is to be printed instead, on another thread
     * @return whether somebody listens; if not, the caller prints
     */
    boolean hears(Occurrence occurrence, List<String> lines, Consumer<List<String>> edited);

    /** Whether tests are watched, which do not wait for what the VM may still say of a hold. */
    default boolean followsTests() {
        return false;
    }

    /** Hears of each line of a finding, with what the policy says of it; the test is null where it belongs to none. */
    default void recorded(Occurrence judged, TestScope test) {}

    /** The test that all these threads belong to; null where there is none. */
    default TestScope testOf(List<Long> threadIds) {
        return null;
    }

    /** At the end: waits so long for those that still listen; returns what is to be printed as it was. */
    List<List<String>> dismiss(long millis) throws InterruptedException;
}
