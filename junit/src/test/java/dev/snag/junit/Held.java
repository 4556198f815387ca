package dev.snag.junit;

import java.io.IOException;
import java.io.InputStream;

/** Keeps the carrier on every JDK, as often as one likes: a sleep in the initializer of a class that is loaded anew. */
final class Held {

    private static final String MILLIS = "snag.junit.held.";

    private Held() {}

    static void forMillis(int millis) {
        try {
            Class<?> fresh = new Fresh().define();
            System.setProperty(MILLIS + Thread.currentThread().threadId(), String.valueOf(millis));
            Class.forName(fresh.getName(), true, fresh.getClassLoader());
        } catch (ClassNotFoundException | IOException e) {
            throw new AssertionError(e);
        }
    }

    /** A strict rule of the agent of these tests forbids it. */
    static boolean forbidden() {
        return Thread.currentThread().isVirtual();
    }

    static final class Initializer {
        static {
            try {
                Thread.sleep(Integer.getInteger(
                        "snag.junit.held." + Thread.currentThread().threadId()));
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        private Initializer() {}
    }

    private static final class Fresh extends ClassLoader {
        Fresh() {
            super(Held.class.getClassLoader());
        }

        Class<?> define() throws IOException {
            try (InputStream in = Held.class.getResourceAsStream("Held$Initializer.class")) {
                byte[] code = in.readAllBytes();
                return defineClass(Initializer.class.getName(), code, 0, code.length);
            }
        }
    }
}
