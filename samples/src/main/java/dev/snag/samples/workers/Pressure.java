package dev.snag.samples.workers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A fixed number of clients, each of which asks again as soon as it is answered. */
final class Pressure {

    private final Front front;
    private final int clients;
    private final Collection<Asked> asked = new ConcurrentLinkedQueue<>();
    private volatile boolean ended;

    Pressure(Front front, int clients) {
        this.front = front;
        this.clients = clients;
    }

    /** What happens at the two ends of the time that is measured. */
    interface Mark {
        void set() throws Exception;
    }

    /**
     * Asks for as long as both take.
     *
     * @param warmUp what is asked meanwhile does not count
     */
    Numbers run(Duration warmUp, Duration window, Mark begins, Mark ends) throws Exception {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            threads.add(Thread.ofPlatform().name("client-" + i).daemon().start(this::askAgainAndAgain));
        }
        Thread.sleep(warmUp);
        begins.set();
        long begin = System.nanoTime();
        Thread.sleep(window);
        ends.set();
        Duration measured = Duration.ofNanos(System.nanoTime() - begin);
        ended = true;
        for (Thread thread : threads) {
            thread.join();
        }
        return Numbers.of(asked, begin, measured);
    }

    private void askAgainAndAgain() {
        try {
            while (!ended) {
                asked.add(Client.ask(front));
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
