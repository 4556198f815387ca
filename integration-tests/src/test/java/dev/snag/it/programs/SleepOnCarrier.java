package dev.snag.it.programs;

import java.io.IOException;
import java.io.InputStream;

/** Keeps the carrier on every JDK, as often as one likes: a sleep in the initializer of a class that is loaded anew. */
final class SleepOnCarrier {

    private SleepOnCarrier() {}

    static void millis(int millis) {
        try {
            Class<?> fresh = new FreshLoader().findClass(SleepOnCarrier.class.getName() + "$Initializer");
            System.setProperty("snag.it.millis." + Thread.currentThread().threadId(), String.valueOf(millis));
            Class.forName(fresh.getName(), true, fresh.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    static final class Initializer {
        static {
            try {
                Thread.sleep(Integer.getInteger(
                        "snag.it.millis." + Thread.currentThread().threadId()));
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        private Initializer() {}
    }

    private static final class FreshLoader extends ClassLoader {
        FreshLoader() {
            super(SleepOnCarrier.class.getClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            Class<?> known = findLoadedClass(name);
            if (known != null) {
                return known;
            }
            try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] code = in.readAllBytes();
                return defineClass(name, code, 0, code.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }

        @Override
        public Class<?> loadClass(String name) throws ClassNotFoundException {
            return name.endsWith("$Initializer") ? findClass(name) : super.loadClass(name);
        }
    }
}
