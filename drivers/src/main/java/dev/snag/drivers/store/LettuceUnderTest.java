package dev.snag.drivers.store;

import dev.snag.drivers.workload.Operation;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import java.util.Optional;

/** Lettuce: all threads share a connection, as its documentation has it; only what blocks the connection has one of its own. */
public final class LettuceUnderTest implements StoreUnderTest {
    private static final double SLOW_SECONDS = 0.3;

    @Override
    public Class<?> library() {
        return RedisClient.class;
    }

    @Override
    public boolean pools() {
        return false;
    }

    @Override
    public OpenStore open(int port, int connections) {
        RedisClient client = RedisClient.create(RedisURI.create("127.0.0.1", port));
        StatefulRedisConnection<String, String> shared = client.connect();
        return new OpenStore() {
            @Override
            public void read() {
                shared.sync().get("lab");
            }

            @Override
            public void write(int number) {
                shared.sync().set("lab" + number, "1");
            }

            @Override
            public Optional<Operation> slowRead() {
                return Optional.of(number -> {
                    try (StatefulRedisConnection<String, String> own = client.connect()) {
                        own.sync().blpop(SLOW_SECONDS, "nothing");
                    }
                });
            }

            @Override
            public void close() {
                shared.close();
                client.shutdown();
            }
        };
    }
}
