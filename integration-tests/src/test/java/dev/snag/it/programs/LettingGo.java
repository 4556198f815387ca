package dev.snag.it.programs;

import java.lang.ref.WeakReference;
import java.lang.reflect.Constructor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Has findings made of what it then lets go of, and says what is collected. */
public final class LettingGo {
    private static final int MOST_COLLECTIONS = 200;

    private LettingGo() {}

    /** Needs {@code java.lang} opened, as those need it who bring schedulers of their own. */
    public static void main(String[] arguments) throws Exception {
        Puppet.main(new String[] {"settle"});
        Map<String, WeakReference<?>> dropped = new LinkedHashMap<>();
        holdOnOwnScheduler(dropped);
        for (int i = 0; i < MOST_COLLECTIONS && !allCollected(dropped); i++) {
            System.gc();
            Thread.sleep(50);
        }
        dropped.forEach((name, reference) ->
                System.out.println(name + (reference.get() == null ? " is collected" : " IS KEPT by somebody")));
    }

    private static boolean allCollected(Map<String, WeakReference<?>> dropped) {
        return dropped.values().stream().allMatch(reference -> reference.get() == null);
    }

    private static void holdOnOwnScheduler(Map<String, WeakReference<?>> dropped) throws Exception {
        ExecutorService scheduler = Executors.newSingleThreadExecutor(r -> {
            Thread carrier = new Thread(r, "own-carrier");
            // JDK 21's timer thread of virtual threads is a daemon if the first carrier that needs it is.
            carrier.setDaemon(true);
            dropped.put("carrier", new WeakReference<>(carrier));
            return carrier;
        });
        Constructor<?> constructor =
                Class.forName("java.lang.ThreadBuilders$VirtualThreadBuilder").getDeclaredConstructor(Executor.class);
        constructor.setAccessible(true);
        var builder = (Thread.Builder.OfVirtual) constructor.newInstance(scheduler);
        Thread thread = PinnedSleep.start(builder.name("worker"), 1500);
        thread.join();
        scheduler.shutdown();
        if (!scheduler.awaitTermination(20, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the scheduler has not ended");
        }
        dropped.put("virtual thread", new WeakReference<>(thread));
        dropped.put("scheduler", new WeakReference<>(scheduler));
        dropped.put("class loader", PinnedSleep.lastLoader());
    }
}
