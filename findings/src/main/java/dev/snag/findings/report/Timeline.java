package dev.snag.findings.report;

import java.util.List;

/**
 * When which carrier was held.
 *
 * @param lanes the carriers, by JVM and name
 * @param otherLanes carriers for which there was no room
 * @param stretches of these carriers, and of all carriers of a JVM; by their begin
 * @param leftOut held stretches for which there was no room: the shortest ones, and those of other lanes
 * @param leftOutMs their held time in milliseconds
 * @param longestLeftOutMs the longest of them, in milliseconds
 */
public record Timeline(
        List<Lane> lanes,
        long otherLanes,
        List<Stretch> stretches,
        long leftOut,
        double leftOutMs,
        double longestLeftOutMs) {
    public Timeline {
        lanes = List.copyOf(lanes);
        stretches = List.copyOf(stretches);
    }
}
