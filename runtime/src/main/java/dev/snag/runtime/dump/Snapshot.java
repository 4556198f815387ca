package dev.snag.runtime.dump;

import java.util.List;

/**
 * All virtual threads that are known.
 *
 * @param asking the thread that asked, in words; null for a tool from outside
 * @param tracksAll whether threads that were started without a container are known too
 * @param leftOut how many threads there was no time for
 */
record Snapshot(
        List<DumpedContainer> containers,
        int carriers,
        int idleCarriers,
        String asking,
        boolean tracksAll,
        long leftOut) {}
