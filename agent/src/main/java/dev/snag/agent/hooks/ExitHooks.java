package dev.snag.agent.hooks;

import dev.snag.runtime.bridge.ExitBridge;
import dev.snag.runtime.gate.ExitStatus;
import java.io.IOException;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;

/**
 * Weaves what the exit status needs into {@code Shutdown} and {@code Thread}, where a gate is on and nowhere else. Like all
 * hooks it stays registered, so that another agent's transformation does not lose it.
 */
public final class ExitHooks implements ClassFileTransformer {

    private volatile int inShutdown;
    private volatile int inThread;
    private volatile Throwable failure;

    private ExitHooks() {}

    /**
     * Takes the exit status over; from then on a status of 0 becomes the gate's unless it passes.
     *
     * @param main the thread that runs {@code main}
     * @throws ReflectiveOperationException where this JVM does not let us, and why
     * @throws IOException where our own jar cannot be read
     */
    public static ExitStatus install(Instrumentation instrumentation, Thread main)
            throws ReflectiveOperationException, IOException {
        if (System.getProperty("sun.java.command") == null) {
            throw new ReflectiveOperationException("it was not started by the java launcher");
        }
        var status = new ExitStatus(BridgeClass.define(ExitBridge.class, ExitWeaver.BRIDGE), main.threadId());
        var hooks = new ExitHooks();
        try {
            instrumentation.addTransformer(hooks, true);
            instrumentation.retransformClasses(Class.forName("java.lang.Shutdown", false, null), Thread.class);
        } catch (UnmodifiableClassException | RuntimeException | LinkageError e) {
            throw new ReflectiveOperationException("java.lang.Shutdown cannot be transformed", e);
        }
        int woven = hooks.inShutdown + hooks.inThread;
        if (hooks.failure != null || woven != ExitWeaver.PLACES) {
            throw new ReflectiveOperationException(
                    woven + " of " + ExitWeaver.PLACES + " places in java.lang.Shutdown and Thread were found",
                    hooks.failure);
        }
        return status;
    }

    @Override
    public byte[] transform(
            Module module, ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] code) {
        if (!ExitWeaver.SHUTDOWN.equals(name) && !ExitWeaver.THREAD.equals(name)) {
            return null;
        }
        try {
            var weaver = new ExitWeaver();
            byte[] result = weaver.weave(code);
            // Loading a class and transforming it again come to the same, so the last one counts.
            if (ExitWeaver.THREAD.equals(name)) {
                inThread = weaver.places();
            } else {
                inShutdown = weaver.places();
            }
            return result;
        } catch (RuntimeException | LinkageError e) {
            failure = e; // a class file of a JDK that is newer than we know; it stays as it is
            return null;
        }
    }
}
