package dev.snag.drivers.store;

import dev.snag.drivers.store.StoreUnderTest.OpenStore;
import dev.snag.drivers.workload.Operation;
import dev.snag.drivers.workload.Trial;
import dev.snag.drivers.workload.Workload;
import java.util.Optional;

/** A store at its {@code port}, and at a distance at {@code far}; parameter {@code store} names the {@link StoreUnderTest}. */
public final class StoreWorkload implements Workload {
    private static final int THREADS = 4;
    private static final int READS = 2;
    private static final int FEW = 2;
    private static final int MANY = 8;

    private Trial trial;
    private StoreUnderTest store;

    @Override
    public void run(Trial trial) throws Exception {
        this.trial = trial;
        store = Class.forName(trial.parameter("store"))
                .asSubclass(StoreUnderTest.class)
                .getDeclaredConstructor()
                .newInstance();
        trial.uses(store.library());
        try (OpenStore near = open("port", THREADS);
                OpenStore far = open("far", THREADS)) {
            near.write(0);
            far.read();
            Optional<Operation> slow = near.slowRead();
            trial.coldStart(THREADS, number -> firstUse(near, slow, number));
            trial.phase("connect", THREADS, number -> connect("far"));
            trial.phase("read", THREADS, number -> readAgain(far));
            if (slow.isPresent()) {
                trial.phase("slow read", THREADS, slow.get());
            }
            trial.phase("write", THREADS, far::write);
        }
        if (store.pools()) {
            exhaust();
        }
    }

    private void firstUse(OpenStore near, Optional<Operation> slow, int number) throws Exception {
        connect("port");
        near.read();
        near.write(number);
        if (slow.isPresent()) {
            slow.get().run(number);
        }
    }

    private void connect(String port) throws Exception {
        try (OpenStore own = open(port, 1)) {
            own.read();
        }
    }

    private static void readAgain(OpenStore store) throws Exception {
        for (int i = 0; i < READS; i++) {
            store.read();
        }
    }

    private void exhaust() throws Exception {
        try (OpenStore small = open("far", FEW)) {
            small.read();
            trial.phase("exhaust", MANY, number -> small.read());
        }
    }

    private OpenStore open(String port, int connections) throws Exception {
        return store.open(Integer.parseInt(trial.parameter(port)), connections);
    }
}
