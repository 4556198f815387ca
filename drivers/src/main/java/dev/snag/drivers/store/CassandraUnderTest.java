package dev.snag.drivers.store;

import com.datastax.oss.driver.api.core.CqlSession;
import java.net.InetSocketAddress;

/** Cassandra's driver: all threads share its session and its one connection to a node. */
public final class CassandraUnderTest implements StoreUnderTest {

    @Override
    public Class<?> library() {
        return CqlSession.class;
    }

    @Override
    public boolean pools() {
        return false;
    }

    @Override
    public OpenStore open(int port, int connections) {
        CqlSession session = CqlSession.builder()
                .addContactPoint(new InetSocketAddress("127.0.0.1", port))
                .withLocalDatacenter("datacenter1")
                .build();
        return new OpenStore() {
            @Override
            public void read() {
                session.execute("SELECT release_version FROM system.local").one();
            }

            @Override
            public void write(int number) {
                session.execute("INSERT INTO lab.lab (id, n) VALUES (" + number + ", 1)");
            }

            @Override
            public void close() {
                session.close();
            }
        };
    }
}
