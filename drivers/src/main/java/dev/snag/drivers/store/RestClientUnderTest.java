package dev.snag.drivers.store;

import java.io.IOException;
import org.apache.http.HttpHost;
import org.apache.http.util.EntityUtils;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RestClient;

/** Elasticsearch's low-level client, over HttpClient 4, with its pool. */
public final class RestClientUnderTest implements StoreUnderTest {

    @Override
    public Class<?> library() {
        return RestClient.class;
    }

    @Override
    public boolean pools() {
        return true;
    }

    @Override
    public OpenStore open(int port, int connections) {
        RestClient client = RestClient.builder(new HttpHost("127.0.0.1", port))
                .setHttpClientConfigCallback(
                        http -> http.setMaxConnTotal(connections).setMaxConnPerRoute(connections))
                .build();
        return new OpenStore() {
            @Override
            public void read() throws IOException {
                perform(client, new Request("GET", "/lab/_search"));
            }

            @Override
            public void write(int number) throws IOException {
                var request = new Request("PUT", "/lab/_doc/n" + number);
                request.setJsonEntity("{\"n\": " + number + "}");
                perform(client, request);
            }

            @Override
            public void close() throws IOException {
                client.close();
            }
        };
    }

    private static void perform(RestClient client, Request request) throws IOException {
        EntityUtils.consume(client.performRequest(request).getEntity());
    }
}
