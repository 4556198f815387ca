package dev.snag.runtime.bridge;

/**
 * Stands for {@code jdk.internal.misc.Unsafe}, which only {@code java.base} may use. The copies of the bridge call the real one;
 * here there is no carrier of the JDK's own to use it on.
 */
final class InternalUnsafe {

    private InternalUnsafe() {}

    static InternalUnsafe getUnsafe() {
        return new InternalUnsafe();
    }

    long objectFieldOffset(Class<?> type, String field) {
        throw new UnsupportedOperationException(type + "#" + field);
    }

    void putBoolean(Object of, long offset, boolean value) {
        throw new UnsupportedOperationException(of + "@" + offset + "=" + value);
    }
}
