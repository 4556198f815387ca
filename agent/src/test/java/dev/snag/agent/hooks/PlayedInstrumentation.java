package dev.snag.agent.hooks;

import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.IllegalClassFormatException;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

/** What a JVM does with transformers, for {@code VirtualThread} alone and without a JVM that changes. */
final class PlayedInstrumentation implements InvocationHandler {
    private final byte[] original;
    private final List<ClassFileTransformer> transformers = new ArrayList<>();
    private byte[] current;
    private int retransformations;

    PlayedInstrumentation(byte[] original) {
        this.original = original;
        current = original;
    }

    /** The class file of the running JDK. */
    static byte[] virtualThread() throws IOException {
        try (InputStream in = Object.class.getResourceAsStream("VirtualThread.class")) {
            return in.readAllBytes();
        }
    }

    Instrumentation view() {
        return (Instrumentation)
                Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Instrumentation.class}, this);
    }

    byte[] current() {
        return current;
    }

    int retransformations() {
        return retransformations;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws IllegalClassFormatException {
        return switch (method.getName()) {
            case "addTransformer" -> {
                transformers.add((ClassFileTransformer) arguments[0]);
                yield null;
            }
            case "removeTransformer" -> transformers.remove(arguments[0]);
            case "retransformClasses" -> {
                retransform();
                yield null;
            }
            default -> throw new UnsupportedOperationException(method.getName());
        };
    }

    private void retransform() throws IllegalClassFormatException {
        retransformations++;
        current = original;
        for (ClassFileTransformer each : transformers) {
            byte[] code = each.transform(null, null, HookTarget.VIRTUAL_THREAD, null, null, current);
            current = code == null ? current : code;
        }
    }
}
