package dev.snag.runtime.monitor;

import dev.snag.runtime.starvation.OutageReport;

/** Told of holds, on the monitor thread; must return at once. */
public interface HoldListener {

    /** A hold is over its threshold: when that is first seen, at later looks while it lasts, and when it has ended. */
    void overThreshold(HoldReport report);

    /** A hold that was over its threshold has ended, and it was not the program's doing. */
    void excused(HoldReport report);

    /** All carriers are held while virtual threads queue: when it is first seen, while it lasts, and when it has ended. */
    default void starved(OutageReport report) {}

    /** Something went wrong in the agent. */
    void failed(String where, Throwable failure);
}
