package dev.snag.samples.http;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The HTTP server: loopback only, a thread of its own for each request. */
public final class LedgerServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService requests;

    private LedgerServer(HttpServer server, ExecutorService requests) {
        this.server = server;
        this.requests = requests;
    }

    /**
     * Starts it.
     *
     * @param port where it listens; 0 picks a free one
     * @param threads what the requests run on
     * @param endpoints by method and path, such as {@code GET /accounts}
     */
    public static LedgerServer start(int port, RequestThreads threads, Map<String, Endpoint> endpoints)
            throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        endpoints.forEach((name, endpoint) -> {
            String[] methodAndPath = name.split(" ");
            server.createContext(methodAndPath[1], new Route(methodAndPath[0], methodAndPath[1], endpoint));
        });
        ExecutorService requests = Executors.newThreadPerTaskExecutor(threads.factory());
        server.setExecutor(requests);
        server.start();
        return new LedgerServer(server, requests);
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Takes no more requests and gives those that run a second to end. */
    @Override
    public void close() {
        server.stop(1);
        requests.shutdownNow();
    }
}
