package dev.snag.runtime.jvm;

/** Threads of ours. */
public final class OwnThreads {

    private static final long STACK_BYTES = 512 * 1024;

    private OwnThreads() {}

    /** Of no thread-locals and no class loader of the application, so that nothing of it is kept alive. */
    public static Thread daemon(String name, Runnable task) {
        var thread = new OwnThread(task, name);
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        return thread;
    }

    /** Whether it is ours. */
    static boolean isOne(Thread thread) {
        return thread instanceof OwnThread;
    }

    private static final class OwnThread extends Thread {
        OwnThread(Runnable task, String name) {
            super(null, task, name, STACK_BYTES, false);
        }
    }
}
