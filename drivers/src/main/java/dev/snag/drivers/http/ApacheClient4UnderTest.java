package dev.snag.drivers.http;

import java.io.IOException;
import java.net.URI;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.util.EntityUtils;

/** Apache HttpClient 4, with its pool of connections. */
public final class ApacheClient4UnderTest implements HttpClientUnderTest {

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
                .setMaxConnTotal(connections)
                .setMaxConnPerRoute(connections)
                .build();
        return new OpenClient() {
            @Override
            public String get(URI uri) throws IOException {
                return execute(new HttpGet(uri));
            }

            @Override
            public String post(URI uri, byte[] body) throws IOException {
                var post = new HttpPost(uri);
                post.setEntity(new ByteArrayEntity(body));
                return execute(post);
            }

            private String execute(HttpUriRequest request) throws IOException {
                return client.execute(request, response -> EntityUtils.toString(response.getEntity()));
            }

            @Override
            public void close() throws IOException {
                client.close();
            }
        };
    }
}
