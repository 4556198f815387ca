package dev.snag.drivers.messages;

import com.rabbitmq.client.Channel;
import java.io.IOException;
import java.time.Duration;

/** A platform thread that sends more than the broker takes, with little rests, until it is closed. */
final class LargeSender implements AutoCloseable {
    /** Several frames of the usual 128 kB. */
    private static final byte[] MESSAGE = new byte[300 * 1024];

    /** Who has sent for so long waits for the broker. */
    private static final Duration BUSY = Duration.ofMillis(200);

    private static final Duration REST = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long RESTS = 0;

    private final Channel channel;
    private final String queue;
    private final Thread thread;
    private volatile long sendsSince = RESTS;
    private volatile boolean closed;
    private volatile Exception failed;

    private LargeSender(Channel channel, String queue) {
        this.channel = channel;
        this.queue = queue;
        this.thread = Thread.ofPlatform().name("large-sender").daemon().unstarted(this::send);
    }

    static LargeSender on(Channel channel, String queue) {
        var sender = new LargeSender(channel, queue);
        sender.thread.start();
        return sender;
    }

    /** Waits until the broker is so far behind that a message is stuck. */
    void awaitStuck() throws InterruptedException, IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        long since = sendsSince;
        while (since == RESTS || System.nanoTime() - since < BUSY.toNanos()) {
            if (System.nanoTime() > end) {
                throw new IOException("the broker takes all that is sent, so nobody has to wait", failed);
            }
            Thread.sleep(10);
            since = sendsSince;
        }
    }

    /** Ends with the message that is being sent. */
    @Override
    public void close() throws IOException {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (failed != null) {
            throw new IOException("the sender of large messages broke off", failed);
        }
    }

    private void send() {
        try {
            while (!closed) {
                sendsSince = System.nanoTime();
                channel.basicPublish("", queue, null, MESSAGE);
                sendsSince = RESTS;
                Thread.sleep(REST);
            }
        } catch (IOException | InterruptedException e) {
            failed = e;
        }
    }
}
