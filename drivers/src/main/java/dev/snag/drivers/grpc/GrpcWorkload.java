package dev.snag.drivers.grpc;

import dev.snag.drivers.workload.Trial;
import dev.snag.drivers.workload.Workload;
import io.grpc.CallOptions;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.stub.ClientCalls;
import java.util.Iterator;

/**
 * gRPC's blocking calls.
 *
 * <ul>
 *   <li>{@code transport}: a class of the transport, which says what was loaded; it has to be the only one on the class path
 *   <li>{@code address}: of the server, as {@code host:port}
 *   <li>{@code far-address}: of the server at a distance
 * </ul>
 */
public final class GrpcWorkload implements Workload {
    /** Twice the carriers: two hold them all, two more wait. */
    private static final int THREADS = 4;

    private static final int READS = 2;
    private static final String QUESTION = "how slow";

    private String farAddress;

    @Override
    public void run(Trial trial) throws Exception {
        farAddress = trial.parameter("far-address");
        trial.uses(Class.forName(trial.parameter("transport")));
        ManagedChannel channel = channel(trial.parameter("address"));
        try {
            trial.coldStart(THREADS, number -> firstUse(channel));
            trial.phase("connect", THREADS, number -> connect());
            trial.phase("read", THREADS, number -> read(channel));
            trial.phase("stream", THREADS, number -> follow(channel));
        } finally {
            channel.shutdownNow();
        }
    }

    private void firstUse(ManagedChannel channel) {
        connect();
        ask(channel);
        follow(channel);
    }

    private void connect() {
        ManagedChannel channel = channel(farAddress);
        try {
            ask(channel);
        } finally {
            channel.shutdownNow();
        }
    }

    private static void read(ManagedChannel channel) {
        for (int i = 0; i < READS; i++) {
            ask(channel);
        }
    }

    private static ManagedChannel channel(String address) {
        return Grpc.newChannelBuilder(address, InsecureChannelCredentials.create())
                .build();
    }

    private static void ask(ManagedChannel channel) {
        require(ClientCalls.blockingUnaryCall(channel, SlowService.ASK, CallOptions.DEFAULT, QUESTION));
    }

    private static void follow(ManagedChannel channel) {
        Iterator<String> answers =
                ClientCalls.blockingServerStreamingCall(channel, SlowService.FOLLOW, CallOptions.DEFAULT, QUESTION);
        while (answers.hasNext()) {
            require(answers.next());
        }
    }

    private static void require(String answer) {
        if (!answer.equals(QUESTION)) {
            throw new IllegalStateException("the server answered '" + answer + "'");
        }
    }
}
