package dev.snag.runtime.origins;

import java.lang.reflect.Proxy;
import java.net.URL;
import java.security.CodeSource;
import java.security.ProtectionDomain;

/** The class that generated code stands for: of a lambda its host, of a proxy what it implements. */
final class HostClass {

    private static final int DEEPEST = 8;

    private HostClass() {}

    /** The class itself where it says where it is from, else the first that it stands for and that does. */
    static Class<?> of(Class<?> type) {
        Class<?> host = type;
        for (int i = 0; i < DEEPEST && location(host) == null; i++) {
            Class<?> next = next(host);
            if (next == null || next == host) {
                return type;
            }
            host = next;
        }
        return host;
    }

    /** What its loader says; null where that says nothing. A code source may be there and say nothing, too. */
    static URL location(Class<?> type) {
        ProtectionDomain domain = type.getProtectionDomain();
        CodeSource source = domain == null ? null : domain.getCodeSource();
        return source == null ? null : source.getLocation();
    }

    /** Asks for nothing that is not loaded: the host of a hidden class is, and so is what a class extends. */
    private static Class<?> next(Class<?> type) {
        if (type.isHidden()) {
            return type.getNestHost();
        }
        boolean generated = Proxy.class.isAssignableFrom(type) || type.getName().contains("$$");
        if (!generated) {
            return null;
        }
        Class<?> parent = type.getSuperclass();
        if (parent != null && parent.getClassLoader() != null) {
            return parent;
        }
        for (Class<?> implemented : type.getInterfaces()) {
            if (implemented.getClassLoader() != null) {
                return implemented;
            }
        }
        return null;
    }
}
