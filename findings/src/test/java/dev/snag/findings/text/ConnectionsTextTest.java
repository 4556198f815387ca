package dev.snag.findings.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.findings.Frame;
import dev.snag.findings.OpenConnections;
import dev.snag.findings.OpeningSite;
import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectionsTextTest {

    private static final Instant TIME = Instant.parse("2026-11-24T10:15:30.123Z");

    private static OpenConnections connections(String host, List<OpeningSite> sites) {
        return new OpenConnections(TIME, host, "10.0.0.5", 5432, 17, 8, 17, sites);
    }

    private static OpeningSite site(long count, String method) {
        Frame connect = new Frame("sun.nio.ch.NioSocketImpl", "connect", 592, "java.base@25", null);
        Frame socket = new Frame("java.net.Socket", "connect", 662, "java.base@25", null);
        Frame driver =
                new Frame("org.postgresql.core.PGStream", "createSocket", 260, "postgresql-42.7.14.jar", "42.7.14");
        Frame caller = new Frame("com.acme.orders.OrderDao", method, 41, "classes", null);
        return new OpeningSite(count, driver, caller, List.of(connect, socket, driver, caller));
    }

    @Test
    void a_limit_that_is_passed_is_told_with_the_stacks_that_open_most() throws IOException {
        Golden.check(
                "connections", ConnectionsText.full(connections("db", List.of(site(12, "load"), site(5, "store")))));
    }

    @Test
    void of_many_stacks_some_are_shown_and_the_others_counted() {
        assertThat(ConnectionsText.full(connections(null, Collections.nCopies(5, site(3, "load")))))
                .anyMatch(line -> line.equals("[snag]   and 2 more stacks, which opened fewer"))
                .filteredOn(line -> line.contains("opened by"))
                .hasSize(4);
    }

    @Test
    void at_the_end_it_is_one_line() {
        assertThat(ConnectionsText.line(connections(null, List.of())))
                .containsExactly(
                        "[snag] connections: up to 17 open at one time to 10.0.0.5:5432, opened by virtual threads;"
                                + " max-connections is 8");
    }

    @Test
    void once_more_it_is_one_line() {
        assertThat(ConnectionsText.line(connections("db", List.of(site(17, "load")))))
                .containsExactly(
                        "[snag] connections: 17 open at one time to db/10.0.0.5:5432, opened by virtual threads;"
                                + " max-connections is 8");
    }

    @Test
    void an_address_with_colons_stands_in_brackets() {
        var local = new OpenConnections(TIME, null, "0:0:0:0:0:0:0:1", 80, 9, 8, 9, List.of());
        assertThat(local.destination()).isEqualTo("[0:0:0:0:0:0:0:1]:80");
    }
}
