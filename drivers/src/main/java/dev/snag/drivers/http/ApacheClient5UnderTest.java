package dev.snag.drivers.http;

import java.io.IOException;
import java.net.URI;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;

/** Apache HttpClient 5, the classic one, with its pool of connections. */
public final class ApacheClient5UnderTest implements HttpClientUnderTest {

    @Override
    public Class<?> library() {
        return CloseableHttpClient.class;
    }

    @Override
    public boolean isBounded() {
        return true;
    }

    @Override
    public OpenClient open(int connections) {
        CloseableHttpClient client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(connections)
                        .setMaxConnPerRoute(connections)
                        .build())
                .build();
        return new OpenClient() {
            @Override
            public String get(URI uri) throws IOException {
                return execute(ClassicRequestBuilder.get(uri).build());
            }

            @Override
            public String post(URI uri, byte[] body) throws IOException {
                return execute(ClassicRequestBuilder.post(uri)
                        .setEntity(body, ContentType.APPLICATION_OCTET_STREAM)
                        .build());
            }

            private String execute(ClassicHttpRequest request) throws IOException {
                return client.execute(request, response -> EntityUtils.toString(response.getEntity()));
            }

            @Override
            public void close() throws IOException {
                client.close();
            }
        };
    }
}
