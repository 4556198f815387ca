package dev.snag.samples.load;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Puts load on a worker of this machine, from platform threads, with a bound on the number of requests and on the time of
 * each: {@code Load http://127.0.0.1:PORT}.
 */
public final class Load {
    private final Client client;

    /** Throws {@link IllegalArgumentException} for a worker elsewhere: this is no tool to press other machines with. */
    public Load(URI worker) {
        if (!isOnThisMachine(worker.getHost())) {
            throw new IllegalArgumentException(
                    "Load: " + worker + " is not on this machine; give http://127.0.0.1:PORT");
        }
        client = Client.of(worker);
    }

    private static boolean isOnThisMachine(String host) {
        try {
            return host != null && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException nowhere) {
            return false;
        }
    }

    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length != 1) {
            System.err.println("usage: Load http://127.0.0.1:PORT");
            System.exit(2);
        }
        Load load = new Load(URI.create(arguments[0]));
        load.runAll(Scenario.warmUp());
        List<Measured> measured = new ArrayList<>(load.runAll(Scenario.clean()));
        measured.addAll(load.runAll(Scenario.planted()));
        System.out.println(LoadTable.of(new LoadTable.Side("", measured)));
    }

    /** Runs steps one after the other. */
    public List<Measured> runAll(List<Step> steps) throws InterruptedException {
        List<Measured> measured = new ArrayList<>();
        for (Step step : steps) {
            measured.add(run(step));
        }
        return measured;
    }

    /** Runs a step to its end. */
    public Measured run(Step step) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        Callable<List<Client.Outcome>> asker = () -> askInTurn(step, next);
        Bystander bystander = Bystander.start(client);
        try (ExecutorService clients = Executors.newFixedThreadPool(step.clients())) {
            long start = System.nanoTime();
            List<Future<List<Client.Outcome>>> asking = clients.invokeAll(Collections.nCopies(step.clients(), asker));
            Duration wall = Duration.ofNanos(System.nanoTime() - start);
            List<Client.Outcome> outcomes = new ArrayList<>();
            for (Future<List<Client.Outcome>> some : asking) {
                outcomes.addAll(some.get());
            }
            return new Measured(
                    step,
                    Latencies.of(outcomes.stream().map(Client.Outcome::took).toList()),
                    (int) outcomes.stream().filter(Client.Outcome::failed).count(),
                    wall,
                    bystander.stop());
        } catch (ExecutionException broken) {
            throw new IllegalStateException("the load on " + step.name() + " has broken", broken.getCause());
        }
    }

    private List<Client.Outcome> askInTurn(Step step, AtomicInteger next) throws InterruptedException {
        List<Client.Outcome> outcomes = new ArrayList<>();
        for (int number = next.getAndIncrement(); number < step.requests(); number = next.getAndIncrement()) {
            outcomes.add(client.ask(step, number));
        }
        return outcomes;
    }
}
