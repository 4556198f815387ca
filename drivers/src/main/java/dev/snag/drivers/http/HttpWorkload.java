package dev.snag.drivers.http;

import dev.snag.drivers.http.HttpClientUnderTest.OpenClient;
import dev.snag.drivers.workload.Trial;
import dev.snag.drivers.workload.Workload;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;

/**
 * A client of the lab's HTTP server, {@code dev.snag.drivers.server.SlowHttpServer}.
 *
 * <ul>
 *   <li>{@code client}: names the {@link HttpClientUnderTest}
 *   <li>{@code url}: of the server
 *   <li>{@code far-tls-url}: of the server through TLS and at a distance
 * </ul>
 */
public final class HttpWorkload implements Workload {
    /** Twice the carriers: two hold them all, two more wait. */
    private static final int THREADS = 4;

    private static final int FEW = 2;
    private static final int MANY = 8;
    private static final int READS = 2;

    /** More than the buffers of both ends take together, so that who writes has to wait for the server. */
    private static final byte[] LARGE = new byte[6 << 20];

    private HttpClientUnderTest library;
    private URI slow;
    private URI slowToRead;
    private URI farThroughTls;

    @Override
    public void run(Trial trial) throws Exception {
        library = Class.forName(trial.parameter("client"))
                .asSubclass(HttpClientUnderTest.class)
                .getDeclaredConstructor()
                .newInstance();
        slow = URI.create(trial.parameter("url") + "/slow");
        slowToRead = URI.create(trial.parameter("url") + "/slow-to-read");
        farThroughTls = URI.create(trial.parameter("far-tls-url") + "/");
        trial.uses(library.library());
        try (OpenClient client = library.open(MANY)) {
            trial.coldStart(THREADS, number -> firstUse(client));
            trial.phase("read", THREADS, number -> read(client));
            trial.phase("write", THREADS, number -> require(client.post(slowToRead, LARGE)));
        }
        connectThroughTls(trial);
        if (library.isBounded()) {
            try (OpenClient small = library.open(FEW)) {
                trial.phase("exhaust", MANY, number -> require(small.get(slow)));
            }
        }
    }

    /** Each by a client of its own, which has no connection yet; to make the client is no part of it. */
    private void connectThroughTls(Trial trial) throws InterruptedException, IOException {
        var clients = new ArrayList<OpenClient>();
        try {
            for (int i = 0; i < THREADS; i++) {
                clients.add(library.open(FEW));
            }
            trial.phase("tls", THREADS, number -> require(clients.get(number).get(farThroughTls)));
        } finally {
            for (OpenClient client : clients) {
                client.close();
            }
        }
    }

    private void firstUse(OpenClient client) throws Exception {
        require(client.get(slow));
        require(client.post(slowToRead, new byte[1]));
        require(client.get(farThroughTls));
    }

    private void read(OpenClient client) throws Exception {
        for (int i = 0; i < READS; i++) {
            require(client.get(slow));
        }
    }

    private static void require(String answer) {
        if (!answer.equals("done")) {
            throw new IllegalStateException("the server answered '" + answer + "'");
        }
    }
}
