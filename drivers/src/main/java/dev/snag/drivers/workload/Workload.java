package dev.snag.drivers.workload;

/** What is done with a library, phase by phase. Made by the lab in a JVM of its own, by the constructor without parameters. */
public interface Workload {

    /**
     * Does it, on the platform thread that calls; whatever is to be measured goes through the phases of {@code trial}, which
     * put it on virtual threads.
     *
     * @throws Exception where the workload itself is broken; the run is then worth nothing
     */
    void run(Trial trial) throws Exception;
}
