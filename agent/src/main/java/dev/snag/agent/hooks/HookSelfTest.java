package dev.snag.agent.hooks;

import dev.snag.runtime.HookProof;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;

/**
 * A virtual thread whose scheduler runs it on the calling thread: it mounts, parks once while it is pinned
 * ({@code Continuation.pin}), and ends. The application's scheduler and its carriers are not touched.
 */
public final class HookSelfTest implements HookProof {

    private final Method shouldBeInitialized;
    private final Object unsafe;
    private final Class<?> virtualThread;
    private final Method pin;
    private final Method unpin;

    /**
     * Finds what it needs; {@code java.lang} and {@code jdk.internal.vm} must be open to us.
     *
     * @throws ReflectiveOperationException where this JDK lacks a part
     */
    public HookSelfTest() throws ReflectiveOperationException {
        Class<?> unsafeType = Class.forName("jdk.internal.misc.Unsafe", false, null);
        unsafe = unsafeType.getMethod("getUnsafe").invoke(null);
        shouldBeInitialized = unsafeType.getMethod("shouldBeInitialized", Class.class);
        virtualThread = Class.forName("java.lang.VirtualThread", false, null);
        Class<?> continuation = Class.forName("jdk.internal.vm.Continuation", false, null);
        pin = continuation.getMethod("pin");
        unpin = continuation.getMethod("unpin");
    }

    @Override
    public boolean canBeTried() {
        try {
            return !(boolean) shouldBeInitialized.invoke(unsafe, virtualThread);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void mountAndPark() throws Exception {
        Constructor<?> constructor =
                virtualThread.getDeclaredConstructor(Executor.class, String.class, int.class, Runnable.class);
        constructor.setAccessible(true);
        var failure = new Exception[1];
        Executor here = Runnable::run;
        Runnable task = () -> {
            try {
                pin.invoke(null);
                try {
                    LockSupport.parkNanos(1);
                } finally {
                    unpin.invoke(null);
                }
            } catch (ReflectiveOperationException e) {
                failure[0] = e;
            }
        };
        var thread = (Thread) constructor.newInstance(here, "snag-self-test", 0, task);
        thread.start();
        if (failure[0] != null) {
            throw failure[0];
        }
    }
}
