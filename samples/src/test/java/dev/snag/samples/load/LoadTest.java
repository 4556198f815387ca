package dev.snag.samples.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadTest {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CyclicBarrier pair = new CyclicBarrier(2);
    private HttpServer server;
    private Load load;

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                String path = exchange.getRequestURI().getPath();
                asked.add(path);
                if (path.equals("/pair")) {
                    meet();
                }
                exchange.sendResponseHeaders(path.endsWith("3") ? 503 : 200, -1);
            }
        });
        server.start();
        load = new Load(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    private void meet() {
        try {
            pair.await();
        } catch (Exception alone) {
            throw new IllegalStateException(alone);
        }
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void each_request_is_made_once_and_failures_are_counted() throws Exception {
        Measured measured = load.run(Step.get("/n", null, 5, 2, number -> "/n/" + number));

        assertThat(asked.stream().filter(path -> path.startsWith("/n/")))
                .containsExactlyInAnyOrder("/n/0", "/n/1", "/n/2", "/n/3", "/n/4");
        assertThat(measured.requests().count()).isEqualTo(5);
        assertThat(measured.failed()).isEqualTo(1);
    }

    @Test
    void as_many_clients_ask_at_once_as_the_step_says() throws Exception {
        Measured measured = load.run(Step.get("/pair", null, 4, 2, number -> "/pair"));

        assertThat(measured.failed()).isZero();
    }

    @Test
    void a_bystander_is_watched_meanwhile() throws Exception {
        Measured measured = load.run(Step.get("/n", null, 1, 1, number -> "/n/1"));

        assertThat(asked).contains("/health");
        assertThat(measured.bystander().count()).isPositive();
    }

    @Test
    void other_machines_are_left_alone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Load(URI.create("http://192.0.2.1:80")))
                .withMessage("Load: http://192.0.2.1:80 is not on this machine; give http://127.0.0.1:PORT");
        assertThatIllegalArgumentException().isThrownBy(() -> new Load(URI.create("mailto:somebody")));
    }
}
