package dev.snag.runtime.diagnosis;

import java.util.List;

/** Stacks as HotSpot gives them, top first, without having to block anything. */
public final class Stacks {

    /** The user's method in all of these stacks. */
    public static final StackTraceElement LOAD = app("com.acme.orders.OrderCache.load:88");

    public static final StackTraceElement HANDLE = app("com.acme.web.OrderHandler.handle:41");

    private static final int NATIVE = -2;

    private Stacks() {}

    /** A frame of {@code java.base}, written {@code class.method} or {@code class.method:line}. */
    public static StackTraceElement jdk(String frame) {
        return of(frame, null, "java.base", "25.0.3");
    }

    /** A native method of {@code java.base}. */
    public static StackTraceElement jdkNative(String frame) {
        return of(frame + ":" + NATIVE, null, "java.base", "25.0.3");
    }

    /** A frame of the class path. */
    public static StackTraceElement app(String frame) {
        return of(frame, "app", null, null);
    }

    /** A native method of the class path. */
    public static StackTraceElement appNative(String frame) {
        return of(frame + ":" + NATIVE, "app", null, null);
    }

    /** A frame of a named module that may be anybody's. */
    public static StackTraceElement ofModule(String module, String frame) {
        return of(frame, null, module, null);
    }

    private static StackTraceElement of(String frame, String loader, String module, String version) {
        int colon = frame.indexOf(':');
        int line = colon < 0 ? 1 : Integer.parseInt(frame.substring(colon + 1));
        String name = colon < 0 ? frame : frame.substring(0, colon);
        int dot = name.lastIndexOf('.');
        return new StackTraceElement(
                loader, module, version, name.substring(0, dot), name.substring(dot + 1), "Source.java", line);
    }

    /** Sleeps while something below pins it. */
    public static List<StackTraceElement> sleeping(StackTraceElement... below) {
        return on(
                List.of(
                        jdkNative("jdk.internal.misc.Unsafe.park"),
                        jdk("java.lang.VirtualThread.parkOnCarrierThread:675"),
                        jdk("java.lang.VirtualThread.parkNanos:634"),
                        jdk("java.lang.VirtualThread.sleepNanos:796"),
                        jdk("java.lang.Thread.sleep:509")),
                below);
    }

    /** Parks in a lock while something below pins it. */
    public static List<StackTraceElement> locking(StackTraceElement... below) {
        return on(
                List.of(
                        jdkNative("jdk.internal.misc.Unsafe.park"),
                        jdk("java.lang.VirtualThread.parkOnCarrierThread:675"),
                        jdk("java.lang.VirtualThread.park:582"),
                        jdk("java.lang.System$2.parkVirtualThread:2639"),
                        jdk("java.util.concurrent.locks.LockSupport.park:219"),
                        jdk("java.util.concurrent.locks.ReentrantLock.lock:322")),
                below);
    }

    /** About to sleep: the carrier itself waits for the lock of the timer (JDK 21). */
    public static List<StackTraceElement> schedulingToSleep(StackTraceElement... below) {
        return on(
                List.of(
                        jdkNative("jdk.internal.misc.Unsafe.park"),
                        jdk("java.util.concurrent.locks.LockSupport.park:221"),
                        jdk("java.util.concurrent.locks.ReentrantLock.lock:322"),
                        jdk("java.util.concurrent.ScheduledThreadPoolExecutor$DelayedWorkQueue.offer:1133"),
                        jdk("java.lang.VirtualThread.schedule:1446"),
                        jdk("java.lang.VirtualThread.parkNanos:667"),
                        jdk("java.lang.VirtualThread.sleepNanos:860"),
                        jdk("java.lang.Thread.sleep:507")),
                below);
    }

    /** About to let go of its carrier. */
    public static List<StackTraceElement> yielding(StackTraceElement... below) {
        return on(
                List.of(
                        jdkNative("jdk.internal.vm.Continuation.doYield"),
                        jdk("java.lang.VirtualThread.tryYield:945"),
                        jdk("java.lang.Thread.yield:460")),
                below);
    }

    /** In {@code Object.wait}. */
    public static List<StackTraceElement> waiting(StackTraceElement... below) {
        return on(List.of(jdkNative("java.lang.Object.wait0"), jdk("java.lang.Object.wait:366")), below);
    }

    /** Reads a file. */
    public static List<StackTraceElement> reading(StackTraceElement... below) {
        return on(List.of(jdkNative("java.io.FileInputStream.read0"), jdk("java.io.FileInputStream.read:228")), below);
    }

    /** These frames, and what each virtual thread has at the bottom. */
    public static List<StackTraceElement> of(StackTraceElement... frames) {
        return on(List.of(), frames);
    }

    private static List<StackTraceElement> on(List<StackTraceElement> top, StackTraceElement... below) {
        var all = new java.util.ArrayList<>(top);
        all.addAll(List.of(below));
        all.add(jdk("java.lang.VirtualThread.run:309"));
        return all;
    }
}
