package dev.snag;

import java.time.Duration;

/**
 * A virtual thread that has kept its carrier for half the threshold, of which no stack has been taken yet.
 *
 * @param threadName may be empty
 * @param threadId {@code Thread.threadId()}
 * @param soFar for how long it has been on its carrier
 */
public record HeldThread(String threadName, long threadId, String carrierName, long carrierId, Duration soFar) {}
