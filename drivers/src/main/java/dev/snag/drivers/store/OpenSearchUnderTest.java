package dev.snag.drivers.store;

import java.io.IOException;
import java.util.Map;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.core5.http.HttpHost;
import org.opensearch.client.json.jackson.JacksonJsonpMapper;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.transport.OpenSearchTransport;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;

/** OpenSearch's client, over HttpClient 5, with its pool. */
public final class OpenSearchUnderTest implements StoreUnderTest {

    @Override
    public Class<?> library() {
        return OpenSearchClient.class;
    }

    @Override
    public boolean pools() {
        return true;
    }

    @Override
    public OpenStore open(int port, int connections) {
        OpenSearchTransport transport = ApacheHttpClient5TransportBuilder.builder(new HttpHost("127.0.0.1", port))
                .setMapper(new JacksonJsonpMapper())
                .setHttpClientConfigCallback(
                        http -> http.setConnectionManager(PoolingAsyncClientConnectionManagerBuilder.create()
                                .setMaxConnTotal(connections)
                                .setMaxConnPerRoute(connections)
                                .build()))
                .build();
        var client = new OpenSearchClient(transport);
        return new OpenStore() {
            @Override
            public void read() throws IOException {
                client.search(search -> search.index("lab"), Map.class);
            }

            @Override
            public void write(int number) throws IOException {
                client.index(index -> index.index("lab").id("n" + number).document(Map.of("n", number)));
            }

            @Override
            public void close() throws IOException {
                transport.close();
            }
        };
    }
}
