package dev.snag.runtime.service;

import dev.snag.runtime.jvm.OwnThreads;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** Work of ours that takes long is done on a thread of ours: a virtual thread that wants it lets go of its carrier meanwhile. */
final class Elsewhere {

    private Elsewhere() {}

    static <T> T get(String thread, Supplier<T> work) {
        var task = new FutureTask<T>(work::get);
        OwnThreads.daemon(thread, task).start();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw new IllegalStateException(e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
