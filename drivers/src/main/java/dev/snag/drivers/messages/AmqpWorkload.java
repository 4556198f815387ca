package dev.snag.drivers.messages;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import dev.snag.drivers.workload.Trial;
import dev.snag.drivers.workload.Workload;
import java.io.IOException;
import java.util.concurrent.TimeoutException;

/**
 * The RabbitMQ client: a connection that all threads share, and a channel for each, as its documentation has it.
 *
 * <ul>
 *   <li>{@code port}, {@code far}: of the broker, the second at a distance
 *   <li>{@code overloaded}: where the broker reads slower than it is written to
 *   <li>{@code large}: if it is {@code true}, what threads write themselves is larger than the client's buffer
 * </ul>
 */
public final class AmqpWorkload implements Workload {
    private static final int THREADS = 4;
    private static final int CONNECTS = 2;
    private static final int READS = 2;
    private static final String QUEUE = "lab";

    /** Fits in the client's buffer of 8 kB. */
    private static final byte[] SMALL = new byte[10];

    /** Does not. */
    private static final byte[] LARGE = new byte[60 * 1024];

    /** Of the kernel, so that it is soon full. */
    private static final int SEND_BUFFER = 16 * 1024;

    private static final long CONFIRM_MS = 10_000;

    private Trial trial;

    @Override
    public void run(Trial trial) throws Exception {
        this.trial = trial;
        trial.uses(Connection.class);
        try (Connection near = connect("port");
                Connection far = connect("far")) {
            near.createChannel().queueDeclare(QUEUE, false, false, false, null);
            trial.coldStart(THREADS, number -> firstUse(near));
            trial.phase("connect", THREADS, number -> connectAgainAndAgain());
            trial.phase("read", THREADS, number -> read(far));
            trial.phase("write", THREADS, number -> write(far));
        }
        try (Connection overloaded = connect("overloaded")) {
            boolean large = trial.optional("large").map(Boolean::valueOf).orElse(false);
            if (large) {
                trial.phase("write, broker overloaded", THREADS, number -> publish(overloaded, LARGE));
            } else {
                besideALargeSender(overloaded);
            }
        }
    }

    private void firstUse(Connection near) throws Exception {
        connect("port").close();
        write(near);
        read(near);
    }

    private void connectAgainAndAgain() throws IOException, TimeoutException {
        for (int i = 0; i < CONNECTS; i++) {
            connect("far").close();
        }
    }

    private static void read(Connection connection) throws IOException, TimeoutException {
        try (Channel channel = connection.createChannel()) {
            for (int i = 0; i < READS; i++) {
                channel.basicGet(QUEUE, true);
            }
        }
    }

    private static void write(Connection connection) throws IOException, TimeoutException, InterruptedException {
        try (Channel channel = connection.createChannel()) {
            channel.confirmSelect();
            channel.basicPublish("", QUEUE, null, SMALL);
            channel.waitForConfirmsOrDie(CONFIRM_MS);
        }
    }

    /** A platform thread sends much on the connection; virtual threads want to send a little on the same. */
    private void besideALargeSender(Connection connection) throws Exception {
        var channels = new Channel[THREADS];
        for (int i = 0; i < THREADS; i++) {
            channels[i] = connection.createChannel();
        }
        try (var sender = LargeSender.on(connection.createChannel(), QUEUE)) {
            sender.awaitStuck();
            trial.phase(
                    "write, broker overloaded",
                    THREADS,
                    number -> channels[number].basicPublish("", QUEUE, null, SMALL));
        }
    }

    private static void publish(Connection connection, byte[] message) throws IOException {
        connection.createChannel().basicPublish("", QUEUE, null, message);
    }

    private Connection connect(String port) throws IOException, TimeoutException {
        var factory = new ConnectionFactory();
        factory.setHost("127.0.0.1");
        factory.setPort(Integer.parseInt(trial.parameter(port)));
        factory.setSocketConfigurator(socket -> {
            socket.setTcpNoDelay(true);
            socket.setSendBufferSize(SEND_BUFFER);
        });
        return factory.newConnection();
    }
}
