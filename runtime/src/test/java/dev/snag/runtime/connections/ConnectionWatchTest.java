package dev.snag.runtime.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.runtime.bridge.Connections;
import java.lang.ref.WeakReference;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls what the hooks call. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class ConnectionWatchTest {

    private static final int LIMIT = 8;

    private final List<ConnectionReport> told = new ArrayList<>();
    private final List<Object> sockets = new ArrayList<>();
    private ConnectionWatch watch;
    private InetSocketAddress database;

    @BeforeEach
    void limitEight() throws Exception {
        watch = new ConnectionWatch(Connections.class, LIMIT);
        watch.tell(told::add);
        database = new InetSocketAddress(InetAddress.getByAddress("db", new byte[] {10, 0, 0, 5}), 5432);
    }

    private interface Step {
        void take() throws Exception;
    }

    private static void onVirtual(Step step) throws InterruptedException {
        var failure = new Throwable[1];
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        step.take();
                    } catch (Throwable t) {
                        failure[0] = t;
                    }
                })
                .join();
        assertThat(failure[0]).isNull();
    }

    private Object open(InetSocketAddress to) {
        var socket = new Object();
        sockets.add(socket);
        Connections.opened(socket, to.getAddress(), to.getPort());
        return socket;
    }

    private void open(int number, InetSocketAddress to) throws InterruptedException {
        onVirtual(() -> {
            for (int i = 0; i < number; i++) {
                open(to);
            }
        });
    }

    private static InetSocketAddress host(int number) throws UnknownHostException {
        return new InetSocketAddress(
                InetAddress.getByAddress(new byte[] {10, 1, (byte) (number >> 8), (byte) number}), 80);
    }

    @Test
    void as_many_as_are_fine_are_not_told() throws Exception {
        open(LIMIT, database);
        watch.look();
        assertThat(watch.end()).isNull();
        assertThat(told).isEmpty();
    }

    @Test
    void one_more_is_told_once_with_count_limit_and_destination() throws Exception {
        open(LIMIT + 1, database);
        watch.look();
        watch.look();
        assertThat(watch.end()).isNull();

        assertThat(told).singleElement().satisfies(report -> {
            assertThat(report.count()).isEqualTo(9);
            assertThat(report.limit()).isEqualTo(LIMIT);
            assertThat(report.peak()).isEqualTo(9);
            assertThat(report.host()).isEqualTo("db");
            assertThat(report.address()).isEqualTo("10.0.0.5");
            assertThat(report.port()).isEqualTo(5432);
        });
    }

    @Test
    void it_is_told_again_each_time_that_there_are_twice_as_many_and_at_the_end_how_many_there_were() throws Exception {
        open(40, database);
        watch.look();
        assertThat(told).extracting(ConnectionReport::count).containsExactly(9L, 17L, 33L);
        sockets.subList(0, 30).forEach(socket -> Connections.closed(true, socket));
        watch.look();

        watch.end();

        assertThat(told).hasSize(4);
        assertThat(told.getLast().count()).isEqualTo(10);
        assertThat(told.getLast().peak()).isEqualTo(40);
        assertThat(told.getLast().openers()).isEmpty();
    }

    @Test
    void what_is_closed_does_not_count_whatever_thread_closes_it() throws Exception {
        for (int i = 0; i < 10; i++) {
            open(5, database);
            sockets.forEach(socket -> Connections.closed(true, socket));
            watch.look();
        }
        assertThat(told).isEmpty();
    }

    @Test
    void closing_twice_counts_once_and_what_cannot_be_closed_yet_is_still_open() throws Exception {
        open(LIMIT, database);
        Object first = sockets.getFirst();
        Connections.closed(false, first);
        Connections.closed(true, first);
        Connections.closed(true, first);
        Connections.closed(true, new Object());
        open(1, database);
        watch.look();
        assertThat(told).isEmpty();

        open(1, database);
        watch.look();
        assertThat(told).singleElement().extracting(ConnectionReport::count).isEqualTo(9L);
    }

    @Test
    void what_platform_threads_open_does_not_count() {
        for (int i = 0; i < 3 * LIMIT; i++) {
            open(database);
        }
        watch.look();
        assertThat(told).isEmpty();
    }

    @Test
    void sockets_of_the_file_system_do_not_count() throws Exception {
        SocketAddress file = UnixDomainSocketAddress.of("socket");
        onVirtual(() -> {
            for (int i = 0; i < 3 * LIMIT; i++) {
                var channel = new Object();
                sockets.add(channel);
                Connections.opened(channel, file);
            }
        });
        watch.look();
        assertThat(told).isEmpty();
    }

    @Test
    void sockets_and_channels_to_one_destination_count_together_and_another_port_does_not() throws Exception {
        open(LIMIT, database);
        open(LIMIT, new InetSocketAddress(database.getAddress(), 5433));
        watch.look();
        assertThat(told).isEmpty();

        onVirtual(() -> {
            var channel = new Object();
            sockets.add(channel);
            Connections.opened(channel, (SocketAddress) database);
        });
        watch.look();
        assertThat(told).singleElement().extracting(ConnectionReport::count).isEqualTo(9L);
    }

    private void openElsewhere(int number) throws InterruptedException {
        onVirtual(() -> {
            for (int i = 0; i < number; i++) {
                open(database);
            }
        });
    }

    @Test
    void the_stacks_that_open_most_come_first_with_their_number() throws Exception {
        open(2, database);
        openElsewhere(6);
        open(1, database);
        Connections.closed(true, sockets.getFirst());
        open(2, database);
        Connections.closed(true, sockets.getLast()); // after the limit was passed: it was open then
        watch.look();

        List<ConnectionReport.Opener> openers = told.getFirst().openers();
        assertThat(openers).extracting(ConnectionReport.Opener::count).containsExactly(6L, 3L);
        assertThat(openers.getFirst().frames().getFirst().getMethodName()).isEqualTo("open");
        assertThat(openers.getFirst().frames())
                .anyMatch(frame -> frame.getMethodName().contains("openElsewhere"));
        assertThat(openers.getFirst().frames())
                .noneMatch(frame -> frame.getClassName().contains(".bridge."));
    }

    @Test
    void a_destination_that_was_told_is_not_told_again_when_its_connections_come_back() throws Exception {
        for (int i = 0; i < 5; i++) {
            open(LIMIT + 1, database);
            watch.look();
            sockets.forEach(socket -> Connections.closed(true, socket));
            watch.look();
        }
        watch.end();
        assertThat(told).hasSize(1);
    }

    private static void awaitCollected(WeakReference<?> reference) throws InterruptedException {
        while (!reference.refersTo(null)) {
            System.gc();
            Thread.sleep(5);
        }
    }

    @Test
    void a_socket_that_nobody_has_any_more_does_not_count_and_is_not_kept() throws Exception {
        open(LIMIT, database);
        var last = new WeakReference<>(sockets.getLast());
        sockets.clear();
        awaitCollected(last);
        watch.look();

        open(LIMIT, database);
        watch.look();
        assertThat(told).isEmpty();
    }

    @Test
    void a_channel_that_nobody_has_any_more_is_open_for_ever() throws Exception {
        var last = new WeakReference<?>[1];
        onVirtual(() -> {
            for (int i = 0; i < LIMIT; i++) {
                var channel = new Object();
                last[0] = new WeakReference<>(channel);
                Connections.opened(channel, (SocketAddress) database);
            }
        });
        awaitCollected(last[0]);
        watch.look();

        open(1, database);
        watch.look();
        assertThat(told).singleElement().extracting(ConnectionReport::count).isEqualTo(9L);
    }

    @Test
    void nothing_is_kept_of_what_is_closed() throws Exception {
        var table = new ConnectionTable(Connections.class, LIMIT);
        open(100, database);
        for (int i = 0; i < 300; i++) {
            open(1, host(i));
        }
        assertThat(table.kept()).isEqualTo(400);
        assertThat(table.destinationsKept()).isEqualTo(301);

        sockets.forEach(socket -> Connections.closed(true, socket));
        table.sweep(System.nanoTime() + 1);

        assertThat(table.kept()).isZero();
        assertThat(table.destinationsKept()).as("only the one that was told").isEqualTo(1);
    }

    @Test
    void there_is_a_bound_and_what_is_beyond_it_is_said() throws Exception {
        for (int i = 0; i < 4_100; i++) {
            open(1, host(i));
        }
        assertThat(watch.end()).contains("4 could not be counted");
    }

    @Test
    void many_threads_at_once_are_counted_right() throws Exception {
        watch = new ConnectionWatch(Connections.class, 20);
        watch.tell(told::add);
        var threads = new ArrayList<Thread>();
        for (int t = 0; t < 16; t++) {
            threads.add(Thread.startVirtualThread(() -> {
                for (int i = 0; i < 2_000; i++) {
                    var socket = new Object();
                    Connections.opened(socket, database.getAddress(), database.getPort());
                    if (ThreadLocalRandom.current().nextInt(8) == 0) {
                        Thread.yield();
                    }
                    Connections.closed(true, socket);
                }
            }));
        }
        for (Thread thread : threads) {
            while (!thread.join(Duration.ofMillis(1))) {
                watch.look();
            }
        }
        open(20, database);
        watch.look();
        assertThat(told).isEmpty();

        open(1, database);
        watch.look();
        assertThat(told).singleElement().extracting(ConnectionReport::count).isEqualTo(21L);
    }

    @Test
    void its_thread_tells_at_once() throws Exception {
        var heard = new CountDownLatch(1);
        watch.tell(report -> heard.countDown());
        Thread thread = Thread.ofPlatform().daemon().start(watch);
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        open(LIMIT + 1, database);

        assertThat(heard.await(30, TimeUnit.SECONDS)).isTrue();
        watch.end();
    }
}
