package dev.snag.drivers.workload;

/** What each virtual thread of a phase does once. */
@FunctionalInterface
public interface Operation {

    /**
     * Does it.
     *
     * @param number of the thread among those of its phase, from 0
     * @throws Exception counts as an operation that has failed; the phase goes on
     */
    void run(int number) throws Exception;
}
