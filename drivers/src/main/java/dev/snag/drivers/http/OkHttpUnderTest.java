package dev.snag.drivers.http;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;

/** OkHttp over HTTP/1.1. It has no limit of connections for calls that wait for their answer. */
public final class OkHttpUnderTest implements HttpClientUnderTest {

    @Override
    public Class<?> library() {
        return OkHttpClient.class;
    }

    @Override
    public boolean isBounded() {
        return false;
    }

    @Override
    public OpenClient open(int connections) {
        OkHttpClient client =
                new OkHttpClient.Builder().protocols(List.of(Protocol.HTTP_1_1)).build();
        return new OpenClient() {
            @Override
            public String get(URI uri) throws IOException {
                return execute(new Request.Builder().url(uri.toString()).build());
            }

            @Override
            public String post(URI uri, byte[] body) throws IOException {
                return execute(new Request.Builder()
                        .url(uri.toString())
                        .post(new Bytes(body))
                        .build());
            }

            private String execute(Request request) throws IOException {
                try (Response response = client.newCall(request).execute()) {
                    return response.body().string();
                }
            }

            @Override
            public void close() {
                client.connectionPool().evictAll();
            }
        };
    }

    /** The factories for it differ from release to release. */
    private static final class Bytes extends RequestBody {
        private final byte[] bytes;

        Bytes(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public MediaType contentType() {
            return null;
        }

        @Override
        public long contentLength() {
            return bytes.length;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            sink.write(bytes);
        }
    }
}
