package dev.snag.samples.workers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The service, which is the same for all types of worker: {@code POST /work} waits for a slow query and writes a row; {@code POST
 * /burst?N} does that on N virtual threads at once and says how many of them could. Run as {@code SlowService JDBC_URL THREADS POOL};
 * 0 threads are a virtual thread to each request, and a pool of 0 is none.
 */
public final class SlowService {

    /** What it prints when it can be asked; its port follows. */
    static final String LISTENING = "The service listens at ";
    /** What it prints first; the version follows. */
    static final String JDK = "The service runs on JDK ";

    private static final String QUERY = "SELECT pg_sleep(0.05)";
    private static final String WRITE = "INSERT INTO work DEFAULT VALUES";
    private static final Duration LONGEST_WAIT_FOR_POOL = Duration.ofSeconds(1);

    private final Connections connections;

    /** Where connections come from. */
    private interface Connections {
        Connection get() throws SQLException;
    }

    private SlowService(Connections connections) {
        this.connections = connections;
    }

    /** Runs until it is told to end. */
    public static void main(String[] arguments) throws IOException {
        // Without it a small answer waits up to 40 ms for the client's acknowledgement of its header.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "1000");
        int threads = Integer.parseInt(arguments[1]);
        int pool = Integer.parseInt(arguments[2]);
        var service =
                new SlowService(pool == 0 ? () -> DriverManager.getConnection(arguments[0]) : pool(arguments[0], pool));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 512);
        server.createContext("/work", exchange -> answer(exchange, service::work));
        server.createContext("/burst", exchange -> answer(exchange, () -> service.burst(exchange)));
        server.setExecutor(executor(threads));
        server.start();
        System.out.println(JDK + Runtime.version());
        System.out.println(LISTENING + server.getAddress().getPort());
        ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(0)));
    }

    private static Connections pool(String url, int size) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(size);
        config.setConnectionTimeout(LONGEST_WAIT_FOR_POOL.toMillis());
        return new HikariDataSource(config)::getConnection;
    }

    private static Executor executor(int threads) {
        return threads == 0 ? Executors.newVirtualThreadPerTaskExecutor() : Executors.newFixedThreadPool(threads);
    }

    private interface Answer {
        String get() throws Exception;
    }

    private static void answer(HttpExchange exchange, Answer answer) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            int status = 200;
            String text;
            try {
                text = answer.get();
            } catch (Exception failed) {
                status = 503;
                text = String.valueOf(failed.getMessage());
            }
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private String work() throws SQLException {
        try (Connection connection = connections.get();
                Statement statement = connection.createStatement()) {
            statement.execute(QUERY);
            statement.executeUpdate(WRITE);
            return "done";
        }
    }

    private String burst(HttpExchange exchange) throws InterruptedException {
        int number = Integer.parseInt(exchange.getRequestURI().getQuery());
        var burst = new Burst();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < number; i++) {
                threads.execute(() -> burst.tryOne(this::work));
            }
        }
        return burst.text();
    }
}
