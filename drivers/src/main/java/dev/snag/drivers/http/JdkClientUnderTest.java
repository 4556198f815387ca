package dev.snag.drivers.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** {@code java.net.http.HttpClient}, asked synchronously. */
public final class JdkClientUnderTest implements HttpClientUnderTest {

    @Override
    public Class<?> library() {
        return HttpClient.class;
    }

    @Override
    public boolean isBounded() {
        return false;
    }

    @Override
    public OpenClient open(int connections) {
        HttpClient client = HttpClient.newHttpClient();
        return new OpenClient() {
            @Override
            public String get(URI uri) throws IOException, InterruptedException {
                return send(HttpRequest.newBuilder(uri).build());
            }

            @Override
            public String post(URI uri, byte[] body) throws IOException, InterruptedException {
                return send(HttpRequest.newBuilder(uri)
                        .POST(BodyPublishers.ofByteArray(body))
                        .build());
            }

            private String send(HttpRequest request) throws IOException, InterruptedException {
                return client.send(request, BodyHandlers.ofString()).body();
            }

            @Override
            public void close() {
                client.close();
            }
        };
    }
}
