package dev.snag.agent;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The plugins of the application that want to be asked before a class is transformed. */
final class Plugins {

    private static final String LISTENERS = "dev.snag.InstrumentationListeners";
    private static final String JAR = "snag-api";

    private Plugins() {}

    /**
     * Looks for them where the class path names the API; it is not opened else.
     *
     * @param failures told of what a plugin throws
     * @return what answers for all of them; null where there are none
     */
    @SuppressWarnings("unchecked")
    static Function<Object[], Object> find(BiConsumer<String, Throwable> failures) {
        if (!System.getProperty("java.class.path", "").contains(JAR)) {
            return null;
        }
        try {
            Class<?> listeners = Class.forName(LISTENERS, true, ClassLoader.getSystemClassLoader());
            Method find = listeners.getDeclaredMethod("find", BiConsumer.class);
            find.setAccessible(true);
            return (Function<Object[], Object>) find.invoke(null, failures);
        } catch (ClassNotFoundException olderApi) {
            return null;
        } catch (InvocationTargetException e) {
            failures.accept("plugin", e.getCause());
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            failures.accept("plugin", e);
        }
        return null;
    }
}
