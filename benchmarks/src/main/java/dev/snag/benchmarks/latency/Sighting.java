package dev.snag.benchmarks.latency;

/**
 * An occurrence seen in the file while it was ongoing.
 *
 * @param thread {@code Thread.threadId()} of the virtual thread
 * @param seenMicros wall clock when the reader had the whole line, in microseconds since 1970
 */
record Sighting(long thread, long seenMicros) {}
