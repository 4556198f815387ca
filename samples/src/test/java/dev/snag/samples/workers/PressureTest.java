package dev.snag.samples.workers;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PressureTest {

    private final CountDownLatch never = new CountDownLatch(1);
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private HttpServer server;
    private volatile int status = 200;
    private volatile boolean silent;

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/work", exchange -> {
            mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            try (exchange) {
                if (silent) {
                    never.await();
                }
                Thread.sleep(2);
                atOnce.decrementAndGet();
                exchange.sendResponseHeaders(status, -1);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        });
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
    }

    @AfterEach
    void stop() {
        never.countDown();
        server.stop(0);
    }

    private URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private Numbers press(Front front, int clients) throws Exception {
        return new Pressure(front, clients).run(Duration.ZERO, Duration.ofMillis(300), () -> {}, () -> {});
    }

    @Test
    void answers_are_counted() throws Exception {
        Numbers numbers = press(new Front(List.of(url())), 4);

        assertThat(numbers.requests()).isPositive();
        assertThat(numbers.donePerSecond()).isPositive();
        assertThat(numbers.unanswered()).isZero();
    }

    @Test
    void an_error_is_a_refusal() throws Exception {
        status = 503;
        assertThat(press(new Front(List.of(url())), 1).unanswered()).isEqualTo(100);
    }

    @Test
    void who_is_not_answered_goes_after_his_patience() throws Exception {
        silent = true;

        Asked asked = Client.ask(new Front(List.of(url())));

        assertThat(asked.end()).isEqualTo(Asked.End.TIMED_OUT);
        assertThat(asked.millis()).isGreaterThanOrEqualTo(Client.PATIENCE_MILLIS - 10.0);
    }

    @Test
    void several_services_take_one_request_at_a_time_each() throws Exception {
        Numbers numbers = press(new Front(List.of(url(), url())), 16);

        assertThat(numbers.unanswered()).isZero();
        assertThat(mostAtOnce.get()).isLessThanOrEqualTo(2);
    }
}
