package dev.snag.agent.hooks;

import java.io.IOException;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;

/**
 * Weaves a call into the start of threads, where tests are watched and nowhere else. Like all hooks it stays registered, so
 * that another agent's transformation does not lose it.
 */
final class LineageHooks implements ClassFileTransformer {

    private final Instrumentation instrumentation;
    private volatile int inVirtual;
    private volatile int inThread;
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
        // Its initializer uses the hook once; within the hook it would be too late.
        bridge.getField("SHARED").get(null);
        try {
            instrumentation.addTransformer(this, true);
            instrumentation.retransformClasses(Class.forName("java.lang.VirtualThread", false, null), Thread.class);
        } catch (UnmodifiableClassException | RuntimeException | LinkageError e) {
            throw new ReflectiveOperationException("java.lang.Thread cannot be transformed", e);
        }
        int woven = inVirtual + inThread;
        if (failure != null || woven != LineageWeaver.PLACES) {
            throw new ReflectiveOperationException(
                    woven + " of " + LineageWeaver.PLACES + " places in java.lang.Thread and VirtualThread were found",
                    failure);
        }
        return bridge;
    }

    @Override
    public byte[] transform(
            Module module, ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] code) {
        if (!LineageWeaver.VIRTUAL_THREAD.equals(name) && !LineageWeaver.THREAD.equals(name)) {
            return null;
        }
        try {
            var weaver = new LineageWeaver();
            byte[] result = weaver.weave(code);
            // Loading a class and transforming it again come to the same, so the last one counts.
            if (LineageWeaver.THREAD.equals(name)) {
                inThread = weaver.places();
            } else {
                inVirtual = weaver.places();
            }
            return result;
        } catch (RuntimeException | LinkageError e) {
            failure = e; // a class file of a JDK that is newer than we know; it stays as it is
            return null;
        }
    }
}
