package dev.snag.agent.strict;

import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.IllegalClassFormatException;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a JVM does with transformers, for some classes and without a JVM that changes. */
final class PlayedJvm implements InvocationHandler {

    private final Class<?>[] loaded;
    private final Set<String> unmodifiable = new HashSet<>();
    private final List<ClassFileTransformer> transformers = new ArrayList<>();
    private final Map<String, byte[]> changed = new HashMap<>();

    PlayedJvm(Class<?>... loaded) {
        this.loaded = loaded;
    }

    /** A class that must stay as it is. */
    PlayedJvm unmodifiable(Class<?> type) {
        unmodifiable.add(type.getName());
        return this;
    }

    Instrumentation view() {
        return (Instrumentation)
                Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Instrumentation.class}, this);
    }

    /** The code of a class after all transformations; null where it was not changed. */
    byte[] changed(Class<?> type) {
        return changed.get(type.getName());
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        return switch (method.getName()) {
            case "addTransformer" -> {
                transformers.add((ClassFileTransformer) arguments[0]);
                yield null;
            }
            case "getAllLoadedClasses" -> loaded.clone();
            case "isNativeMethodPrefixSupported" -> true;
            case "setNativeMethodPrefix" -> null;
            case "retransformClasses" -> {
                for (Class<?> type : (Class<?>[]) arguments[0]) {
                    retransform(type);
                }
                yield null;
            }
            default -> throw new UnsupportedOperationException(method.getName());
        };
    }

    private void retransform(Class<?> type)
            throws UnmodifiableClassException, IllegalClassFormatException, IOException {
        if (unmodifiable.contains(type.getName())) {
            throw new UnmodifiableClassException(type.getName());
        }
        String name = type.getName();
        byte[] code;
        try (InputStream in = type.getResourceAsStream(name.substring(name.lastIndexOf('.') + 1) + ".class")) {
            code = in.readAllBytes();
        }
        for (ClassFileTransformer each : transformers) {
            byte[] next =
                    each.transform(type.getModule(), type.getClassLoader(), name.replace('.', '/'), type, null, code);
            if (next != null) {
                changed.put(name, next);
                code = next;
            }
        }
    }
}
