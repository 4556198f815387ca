package dev.snag.samples.workers;

import java.net.URI;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Where requests go. To one service they all go at once; of several each takes one at a time, and a request waits in line for a
 * free one, as before a prefork server.
 */
final class Front {

    private final URI only;
    private final BlockingQueue<URI> free;

    Front(List<URI> services) {
        only = services.size() == 1 ? services.getFirst() : null;
        free = new ArrayBlockingQueue<>(services.size(), true, services);
    }

    /** A service that may be asked; null where none was free for so long. */
    URI take(long millis) throws InterruptedException {
        return only != null ? only : free.poll(millis, TimeUnit.MILLISECONDS);
    }

    void giveBack(URI service) {
        if (only == null) {
            free.add(service);
        }
    }
}
