package dev.snag.it.programs;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.util.concurrent.CountDownLatch;

/** A virtual thread that keeps its carrier, on every JDK and as often as wanted: each time {@link Sleeper} is a new class. */
final class PinnedSleep {
    private static volatile WeakReference<ClassLoader> lastLoader;

    private PinnedSleep() {}

    /** The loader of the class that was initialized last; it is nobody else's. */
    static WeakReference<ClassLoader> lastLoader() {
        return lastLoader;
    }

    /** Returns when the hold has ended. */
    static void hold(String name, int millis) throws Exception {
        start(Thread.ofVirtual().name(name), millis).join();
    }

    /** Returns when the thread is about to keep its carrier. */
    static Thread start(Thread.Builder.OfVirtual builder, int millis) throws Exception {
        System.setProperty(Sleeper.MILLIS, String.valueOf(millis));
        var loader = new Fresh();
        lastLoader = new WeakReference<>(loader);
        String type = loader.define().getName();
        var begun = new CountDownLatch(1);
        Thread thread = builder.start(() -> {
            begun.countDown();
            initialize(type, loader);
        });
        begun.await();
        return thread;
    }

    private static void initialize(String type, ClassLoader loader) {
        try {
            Class.forName(type, true, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Fresh extends ClassLoader {
        Fresh() {
            super(PinnedSleep.class.getClassLoader());
        }

        Class<?> define() throws IOException {
            try (InputStream in = PinnedSleep.class.getResourceAsStream("Sleeper.class")) {
                byte[] code = in.readAllBytes();
                return defineClass(Sleeper.class.getName(), code, 0, code.length);
            }
        }
    }
}
