package dev.snag.drivers.store;

import dev.snag.drivers.workload.Operation;
import java.util.Optional;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClient;

/** Jedis, with its pool. */
public final class JedisUnderTest implements StoreUnderTest {
    private static final double SLOW_SECONDS = 0.3;

    @Override
    public Class<?> library() {
        return RedisClient.class;
    }

    @Override
    public boolean pools() {
        return true;
    }

    @Override
    public OpenStore open(int port, int connections) {
        var pool = new ConnectionPoolConfig();
        pool.setMaxTotal(connections);
        pool.setMaxIdle(connections);
        RedisClient client = RedisClient.builder()
                .hostAndPort(new HostAndPort("127.0.0.1", port))
                .poolConfig(pool)
                .build();
        return new OpenStore() {
            @Override
            public void read() {
                client.get("lab");
            }

            @Override
            public void write(int number) {
                client.set("lab" + number, "1");
            }

            @Override
            public Optional<Operation> slowRead() {
                return Optional.of(number -> client.blpop(SLOW_SECONDS, "nothing"));
            }

            @Override
            public void close() {
                client.close();
            }
        };
    }
}
