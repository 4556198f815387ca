package dev.snag.runtime.connections;

import java.util.List;

/**
 * A limit of connections that was passed.
 *
 * @param host the name by which it was asked for; null where it was asked for by its address
 * @param address as text
 * @param count how many were open when it was passed; of the last report of a destination, at the end
 * @param limit the most that are fine
 * @param peak the most that were open at one time so far
 * @param at {@code System.nanoTime()}
 * @param openers who opened those that were open, the most first; empty at the end
 */
public record ConnectionReport(
        String host, String address, int port, long count, long limit, long peak, long at, List<Opener> openers) {

    public ConnectionReport {
        openers = List.copyOf(openers);
    }

    /**
     * Who opens connections.
     *
     * @param count how many of those that were open
     * @param frames the stack, top first
     */
    public record Opener(long count, List<StackTraceElement> frames) {

        public Opener {
            frames = List.copyOf(frames);
        }
    }
}
