package dev.snag.runtime.jvm;

import java.util.List;

/**
 * What is asked of the scheduler of all virtual threads that were given no other one. {@link #owns} and {@link #sight} are
 * for the monitor at any look; the rest is dear, and asked only where all carriers seem to be held.
 */
public interface Scheduler {

    /** One that cannot be read: nothing ever queues. */
    Scheduler UNKNOWN = new Scheduler() {
        @Override
        public boolean owns(Thread carrier) {
            return false;
        }

        @Override
        public SchedulerSight sight() {
            return SchedulerSight.UNKNOWN;
        }

        @Override
        public List<Thread> carriers() {
            return List.of();
        }

        @Override
        public CarrierSight sightOf(Thread carrier) {
            return CarrierSight.NONE;
        }

        @Override
        public Waits waits(List<Thread> held) {
            return Waits.NONE;
        }
    };

    /** Whether the thread is one of its carriers. */
    boolean owns(Thread carrier);

    /** Its parallelism and its queue. */
    SchedulerSight sight();

    /** Its carriers, those on which no virtual thread was ever mounted included. */
    List<Thread> carriers();

    /** What the carrier itself is doing. */
    CarrierSight sightOf(Thread carrier);

    /**
     * Which locks are waited for, by whom, and who would have to let go.
     *
     * @param held the virtual threads that are mounted on its carriers, and carriers on which none is
     */
    Waits waits(List<Thread> held);
}
