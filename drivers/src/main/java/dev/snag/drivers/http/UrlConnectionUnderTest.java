package dev.snag.drivers.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** {@code HttpURLConnection}, which keeps connections for the whole JVM. */
public final class UrlConnectionUnderTest implements HttpClientUnderTest {

    @Override
    public Class<?> library() {
        return HttpURLConnection.class;
    }

    @Override
    public boolean isBounded() {
        return false;
    }

    @Override
    public OpenClient open(int connections) {
        return new OpenClient() {
            @Override
            public String get(URI uri) throws IOException {
                return answer(uri.toURL().openConnection().getInputStream());
            }

            @Override
            public String post(URI uri, byte[] body) throws IOException {
                var connection = (HttpURLConnection) uri.toURL().openConnection();
                connection.setRequestMethod("POST");
                connection.setDoOutput(true);
                connection.setFixedLengthStreamingMode(body.length);
                try (OutputStream out = connection.getOutputStream()) {
                    out.write(body);
                }
                return answer(connection.getInputStream());
            }

            @Override
            public void close() {
                // What it keeps belongs to the JVM.
            }
        };
    }

    private static String answer(InputStream body) throws IOException {
        try (body) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
