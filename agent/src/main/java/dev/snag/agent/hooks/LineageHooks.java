package dev.snag.agent.hooks;

import java.io.IOException;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Has the scope of a test handed on, where tests are watched and nowhere else. Like all hooks it stays registered, so that another
 * agent's transformation does not lose it.
 */
final class LineageHooks implements ClassFileTransformer {

    private final Instrumentation instrumentation;
    /** Places found, by class. */
    private final Map<String, Integer> woven = new ConcurrentHashMap<>();

    private volatile Throwable failure;

    /** Nothing is woven yet. */
    LineageHooks(Instrumentation instrumentation) {
        this.instrumentation = instrumentation;
    }

    /**
     * Weaves it; returns the class that is called.
     *
     * @throws ReflectiveOperationException where this JVM does not let us, and why
     * @throws IOException where our own jar cannot be read
     */
    Class<?> weave() throws ReflectiveOperationException, IOException {
        Class<?> bridge = BridgeClass.defineLineage();
        // Its initializer uses the hooks once; within one it would be too late.
        bridge.getField("SHARED").get(null);
        var targets = new ArrayList<Class<?>>();
        for (String name : LineageWeaver.classes()) {
            targets.add(Class.forName(name.replace('/', '.'), false, null));
        }
        try {
            instrumentation.addTransformer(this, true);
            instrumentation.retransformClasses(targets.toArray(Class<?>[]::new));
        } catch (UnmodifiableClassException | RuntimeException | LinkageError e) {
            throw new ReflectiveOperationException("the JDK's classes of threads cannot be transformed", e);
        }
        for (String name : LineageWeaver.classes()) {
            int found = woven.getOrDefault(name, 0);
            if (found != LineageWeaver.placesIn(name)) {
                throw new ReflectiveOperationException(
                        found + " of " + LineageWeaver.placesIn(name) + " places in " + name + " were found", failure);
            }
        }
        return bridge;
    }

    @Override
    public byte[] transform(
            Module module, ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] code) {
        if (loader != null || name == null || !LineageWeaver.classes().contains(name)) {
            return null;
        }
        try {
            var weaver = new LineageWeaver();
            byte[] result = weaver.weave(code);
            woven.put(name, weaver.places());
            return result;
        } catch (RuntimeException | LinkageError e) {
            failure = e; // a class file of a JDK that is newer than we know; it stays as it is
            return null;
        }
    }
}
