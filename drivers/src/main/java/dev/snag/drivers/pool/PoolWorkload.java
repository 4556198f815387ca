package dev.snag.drivers.pool;

import dev.snag.drivers.pool.PoolUnderTest.OpenPool;
import dev.snag.drivers.workload.Trial;
import dev.snag.drivers.workload.Workload;
import java.time.Duration;

/** A pool over H2 in memory; parameter {@code pool} names the {@link PoolUnderTest}. */
public final class PoolWorkload implements Workload {
    private static final int FEW = 2;
    private static final int MANY = 8;
    private static final int SOME = 4;

    /** How long an application keeps what it got. */
    private static final Duration KEPT = Duration.ofMillis(150);

    private static final Duration SLOW_CONNECT = Duration.ofMillis(300);

    @Override
    public void run(Trial trial) throws Exception {
        PoolUnderTest pool = Class.forName(trial.parameter("pool"))
                .asSubclass(PoolUnderTest.class)
                .getDeclaredConstructor()
                .newInstance();
        trial.uses(pool.library());
        try (OpenPool small = pool.open(new SlowDriver(Duration.ZERO), FEW)) {
            trial.coldStart(FEW, number -> borrow(small, Duration.ofMillis(5)));
            trial.phase("exhaust", MANY, number -> borrow(small, KEPT));
        }
        try (OpenPool growing = pool.open(new SlowDriver(SLOW_CONNECT), SOME)) {
            // Some pools are made by the first who asks, once; that is no part of how they grow.
            borrow(growing, Duration.ZERO);
            trial.phase("grow", MANY, number -> borrow(growing, KEPT));
        }
    }

    private static void borrow(OpenPool pool, Duration kept) throws Exception {
        AutoCloseable connection = pool.borrow();
        try {
            Thread.sleep(kept);
        } finally {
            connection.close();
        }
    }
}
