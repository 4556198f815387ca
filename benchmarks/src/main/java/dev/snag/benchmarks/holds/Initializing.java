package dev.snag.benchmarks.holds;

import dev.snag.benchmarks.fork.SmallJar;

/** A class that has not been initialized yet, and what its initializer shall do. */
public final class Initializing extends ClassLoader {
    private static final byte[] CLASS_FILE = SmallJar.bytesOf(WithInitializer.class);

    private final Runnable body;
    private final String name = WithInitializer.class.getName();

    /** Defines the class, so that nothing but its initialization is left to do. */
    public Initializing(Runnable body) {
        super(Initializing.class.getClassLoader());
        this.body = body;
        defineClass(name, CLASS_FILE, 0, CLASS_FILE.length);
    }

    /** Runs the initializer, or waits for the thread that runs it. */
    public void initialize() {
        try {
            Class.forName(name, true, this);
        } catch (ClassNotFoundException e) {
            throw new AssertionError("it was defined by the constructor", e);
        }
    }

    /** Called by {@link WithInitializer}; public, as another loader's class is in another package. */
    public static void run(Class<?> initialized) {
        ((Initializing) initialized.getClassLoader()).body.run();
    }
}
