package dev.snag.runtime.dump;

import dev.snag.findings.ThreadRef;
import java.util.List;

/**
 * A virtual thread as it was.
 *
 * @param state as {@code Thread.State} has it
 * @param waitsFor what it waits for; null where nothing or unknown
 * @param carrier null where it is not mounted
 * @param mountedNanos for how long it has been mounted; -1 where unknown or not mounted
 * @param compensated whether the JDK added a carrier because of it
 * @param asks whether it is the thread that asked for the dump
 */
record DumpedThread(
        ThreadRef thread,
        Thread.State state,
        String waitsFor,
        ThreadRef carrier,
        long mountedNanos,
        boolean compensated,
        boolean asks,
        List<StackTraceElement> stack) {}
