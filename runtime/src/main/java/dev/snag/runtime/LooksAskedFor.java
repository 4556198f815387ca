package dev.snag.runtime;

import dev.snag.runtime.ledger.Ledger;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Who wants to know when all is recorded that was there when they asked. */
final class LooksAskedFor {

    private final Queue<Runnable> asked = new ConcurrentLinkedQueue<>();

    /** By any thread. */
    void add(Runnable whenRecorded) {
        asked.add(whenRecorded);
    }

    /** Before a look: those that it is for. */
    List<Runnable> take() {
        if (asked.isEmpty()) {
            return List.of();
        }
        var taken = new ArrayList<Runnable>();
        for (Runnable each = asked.poll(); each != null; each = asked.poll()) {
            taken.add(each);
        }
        return taken;
    }

    /** After the look: they come behind all that it has reported. */
    static void tell(List<Runnable> taken, Ledger ledger) {
        for (Runnable each : taken) {
            ledger.settled(each);
        }
    }

    /** The look has failed. */
    void giveBack(List<Runnable> taken) {
        asked.addAll(taken);
    }
}
