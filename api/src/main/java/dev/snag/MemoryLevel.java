package dev.snag;

/**
 * The process's memory has crossed a limit ({@code max-memory}, {@code max-memory.heap}).
 *
 * @param what {@code resident memory} or {@code heap in use}
 * @param usedBytes as measured
 * @param limitBytes the most that is fine
 * @param over whether it is over the limit; if not, it is below again
 */
public record MemoryLevel(String what, long usedBytes, long limitBytes, boolean over) {}
