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

    private Method shouldBeInitialized;
    private Object unsafe;

    @Override
    public boolean canBeTried() {
        try {
            if (unsafe == null) {
                Class<?> type = Class.forName("jdk.internal.misc.Unsafe", false, null);
                shouldBeInitialized = type.getMethod("shouldBeInitialized", Class.class);
                unsafe = type.getMethod("getUnsafe").invoke(null);
            }
            return !(boolean) shouldBeInitialized.invoke(unsafe, virtualThread());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> virtualThread() throws ClassNotFoundException {
        return Class.forName("java.lang.VirtualThread", false, null);
    }

    @Override
    public void mountAndPark() throws Exception {
        Class<?> continuation = Class.forName("jdk.internal.vm.Continuation", false, null);
        Method pin = continuation.getMethod("pin");
        Method unpin = continuation.getMethod("unpin");
        Constructor<?> constructor =
                virtualThread().getDeclaredConstructor(Executor.class, String.class, int.class, Runnable.class);
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
