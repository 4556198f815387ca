package dev.snag.runtime.jvm;

import java.lang.reflect.Field;
import java.lang.reflect.Method;

/** Finds the JDK's own members by name; the agent has opened their packages to this loader alone. */
final class Internals {

    private Internals() {}

    static Class<?> type(String name) throws ReflectiveOperationException {
        return Class.forName(name, false, null);
    }

    static Field field(String owner, String name) throws ReflectiveOperationException {
        Field field = type(owner).getDeclaredField(name);
        open(field);
        return field;
    }

    static Method method(String owner, String name, Class<?>... parameters) throws ReflectiveOperationException {
        Method method = type(owner).getDeclaredMethod(name, parameters);
        open(method);
        return method;
    }

    private static void open(java.lang.reflect.AccessibleObject member) throws ReflectiveOperationException {
        try {
            member.setAccessible(true);
        } catch (RuntimeException closed) { // InaccessibleObjectException: the package was not opened to us
            throw new ReflectiveOperationException(closed.getMessage(), closed);
        }
    }

    /** For members that were opened and whose owner is known to fit: what goes wrong then is ours. */
    static <T> T read(Reflective<T> access) {
        try {
            return access.get();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    interface Reflective<T> {
        T get() throws ReflectiveOperationException;
    }
}
