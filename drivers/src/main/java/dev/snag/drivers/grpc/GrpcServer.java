package dev.snag.drivers.grpc;

import dev.snag.drivers.server.RunningServer;
import dev.snag.drivers.server.ServerProgram;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** gRPC's server over Netty, which answers late. */
public final class GrpcServer implements ServerProgram {
    private static final Duration SLOW = Duration.ofMillis(200);
    private static final int ANSWERS = 2;

    @Override
    public RunningServer start(Path folder) throws Exception {
        ExecutorService handlers = Executors.newCachedThreadPool();
        Server server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .executor(handlers)
                .addService(ServerServiceDefinition.builder(SlowService.NAME)
                        .addMethod(
                                SlowService.ASK,
                                ServerCalls.asyncUnaryCall((question, answers) -> answer(question, 1, answers)))
                        .addMethod(
                                SlowService.FOLLOW,
                                ServerCalls.asyncServerStreamingCall(
                                        (question, answers) -> answer(question, ANSWERS, answers)))
                        .build())
                .build()
                .start();
        String version = Server.class.getPackage().getImplementationVersion();
        return new RunningServer("gRPC server " + version, server.getPort(), Map.of(), () -> {
            server.shutdownNow();
            handlers.shutdown();
        });
    }

    private static void answer(String question, int times, StreamObserver<String> answers) {
        try {
            for (int i = 0; i < times; i++) {
                Thread.sleep(SLOW);
                answers.onNext(question);
            }
            answers.onCompleted();
        } catch (InterruptedException stopped) {
            answers.onError(Status.UNAVAILABLE.withCause(stopped).asException());
        }
    }
}
