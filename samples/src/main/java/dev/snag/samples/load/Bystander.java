package dev.snag.samples.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Asks for what costs nothing, again and again, to learn what others suffer while an endpoint is busy. */
final class Bystander {
    private static final Duration PAUSE = Duration.ofMillis(10);
    private static final Step HEALTH = Step.get("/health", null, 0, 1, number -> "/health");

    private final Client client;
    private final Thread thread;
    private final List<Duration> took = new ArrayList<>();
    private volatile boolean stopping;

    private Bystander(Client client) {
        this.client = client;
        this.thread = Thread.ofPlatform().name("bystander").daemon().unstarted(this::askOn);
    }

    static Bystander start(Client client) {
        Bystander bystander = new Bystander(client);
        bystander.thread.start();
        return bystander;
    }

    private void askOn() {
        try {
            do {
                took.add(client.ask(HEALTH, took.size()).took());
                Thread.sleep(PAUSE);
            } while (!stopping);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for the answer that is still out, and says how long all of them took. */
    Latencies stop() throws InterruptedException {
        stopping = true;
        thread.join();
        return Latencies.of(took);
    }
}
