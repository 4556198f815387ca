package dev.snag.drivers.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/**
 * The JDK's HTTP server, which takes its time: {@code /slow} answers late, {@code /slow-to-read} begins late to read what is
 * sent, and {@code /} does neither, and closes the connection. Facts: {@code tls-far}, the port of TLS at a distance, and {@code trust}, the store of keys whose
 * certificate it shows.
 */
public final class SlowHttpServer implements ServerProgram {
    private static final int BACKLOG = 64;
    private static final Duration SLOW = Duration.ofMillis(200);
    private static final byte[] ANSWER = "done".getBytes(StandardCharsets.UTF_8);

    @Override
    public RunningServer start(Path folder) throws Exception {
        ExecutorService handlers = Executors.newCachedThreadPool();
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        HttpServer plain = HttpServer.create(address, BACKLOG);
        serve(plain, handlers);
        Certificate certificate = Certificate.madeIn(folder);
        HttpsServer tls = HttpsServer.create(address, BACKLOG);
        SSLContext context = certificate.context();
        tls.setHttpsConfigurator(new HttpsConfigurator(context));
        serve(tls, handlers);
        FarRelay far = FarRelay.to(tls.getAddress().getPort());
        return new RunningServer(
                "the HTTP server of JDK " + Runtime.version().feature(),
                plain.getAddress().getPort(),
                Map.of(
                        "tls-far",
                        String.valueOf(far.port()),
                        "trust",
                        certificate.store().toString()),
                () -> {
                    far.close();
                    plain.stop(0);
                    tls.stop(0);
                    handlers.shutdown();
                });
    }

    private static void serve(HttpServer server, ExecutorService handlers) {
        server.createContext("/", handler(Duration.ZERO, Duration.ZERO));
        server.createContext("/slow", handler(Duration.ZERO, SLOW));
        server.createContext("/slow-to-read", handler(SLOW, Duration.ZERO));
        server.setExecutor(handlers);
        server.start();
    }

    private static HttpHandler handler(Duration beforeReading, Duration beforeAnswering) {
        return exchange -> {
            try (exchange;
                    InputStream in = exchange.getRequestBody()) {
                Thread.sleep(beforeReading);
                in.transferTo(OutputStream.nullOutputStream());
                Thread.sleep(beforeAnswering);
                if (exchange.getHttpContext().getPath().equals("/")) {
                    exchange.getResponseHeaders().set("Connection", "close");
                }
                answer(exchange);
            } catch (InterruptedException stopped) {
                throw new InterruptedIOException("the server was stopped");
            }
        };
    }

    private static void answer(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, ANSWER.length);
        exchange.getResponseBody().write(ANSWER);
    }
}
