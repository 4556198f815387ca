package dev.snag.samples.workers;

/**
 * All that was measured of a type of worker.
 *
 * @param jdk the version that it ran on
 * @param numbers what clients have seen
 * @param cpuPercent processor time of the service, in per cent of all processors
 * @param residentBytes of all its processes; 0 where the system does not tell
 * @param mostOpen connections at the database at one time
 * @param meanActive of them, with a query that ran
 * @param found what Snag has found
 * @param burst of many virtual threads at one time; null where that was not tried
 */
record Row(
        WorkerType type,
        String jdk,
        Numbers numbers,
        double cpuPercent,
        long residentBytes,
        int mostOpen,
        double meanActive,
        String found,
        Burst.Outcome burst) {}
