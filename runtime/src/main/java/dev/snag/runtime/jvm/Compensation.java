package dev.snag.runtime.jvm;

import static dev.snag.runtime.jvm.Internals.field;

import java.lang.reflect.Field;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;

/**
 * Whether the JDK added a carrier for one that blocks. From 22 on {@code CarrierThread.compensating} says it (2: a carrier
 * was added); on 21 {@code blocking} says only that it was tried, which is in vain once the pool is full.
 */
final class Compensation {

    private static final String CARRIER = "jdk.internal.misc.CarrierThread";
    private static final int COMPENSATING = 2;
    private static final int MAX_POOL_SIZE_UNLESS_SET = 256;

    private final Field compensating;
    private final Field blocking;

    Compensation() throws ReflectiveOperationException {
        Field newer = null;
        Field older = null;
        try {
            newer = field(CARRIER, "compensating");
        } catch (NoSuchFieldException before22) {
            older = field(CARRIER, "blocking");
        }
        compensating = newer;
        blocking = older;
    }

    boolean of(Thread carrier) {
        Field known = compensating != null ? compensating : blocking;
        if (!known.getDeclaringClass().isInstance(carrier)) {
            return false; // a carrier of a custom scheduler is never compensated
        }
        return Internals.read(() -> compensating != null
                ? compensating.getInt(carrier) == COMPENSATING
                : blocking.getBoolean(carrier) && hasRoom(((ForkJoinWorkerThread) carrier).getPool()));
    }

    private static boolean hasRoom(ForkJoinPool pool) {
        int parallelism = pool.getParallelism();
        int max = Integer.getInteger(
                "jdk.virtualThreadScheduler.maxPoolSize", Math.max(parallelism, MAX_POOL_SIZE_UNLESS_SET));
        return max > parallelism && pool.getPoolSize() <= max;
    }
}
