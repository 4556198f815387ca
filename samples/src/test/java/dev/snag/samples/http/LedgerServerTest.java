package dev.snag.samples.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.samples.SqliteFile;
import dev.snag.samples.ledger.Ledger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerServerTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private LedgerServer server;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        Map<String, Endpoint> endpoints =
                new HashMap<>(Endpoints.clean(new Ledger(SqliteFile.withSchema(folder)), null));
        endpoints.put("GET /busy", request -> {
            throw new SQLException("database is locked");
        });
        endpoints.put("GET /broken", request -> {
            throw new NoClassDefFoundError("Could not initialize class Branches");
        });
        endpoints.put("GET /thread", request -> Answer.ok(Thread.currentThread().isVirtual()));
        server = LedgerServer.start(0, RequestThreads.VIRTUAL, endpoints);
    }

    @AfterEach
    void stop() {
        server.close();
        client.close();
    }

    @Test
    void an_account_is_found_by_its_number() throws Exception {
        assertThat(get("/accounts/7")).isEqualTo("200 {\"id\":7,\"owner\":\"owner 7\",\"cents\":1000000}");
    }

    @Test
    void a_transfer_answers_with_the_payers_account() throws Exception {
        assertThat(post("/transfers", "{\"id\":\"t1\",\"from\":1,\"to\":2,\"cents\":100}"))
                .isEqualTo("200 {\"id\":1,\"owner\":\"owner 1\",\"cents\":999900}");
    }

    @Test
    void requests_run_on_virtual_threads() throws Exception {
        assertThat(get("/thread")).isEqualTo("200 true");
    }

    @Test
    void the_clients_faults_are_told_apart() throws Exception {
        assertThat(get("/accounts/777")).isEqualTo("404 {\"problem\":\"there is no account 777\"}");
        assertThat(get("/accounts/x")).startsWith("400 ").contains("is not a number");
        assertThat(get("/accounts")).startsWith("400 ");
        assertThat(get("/nothing")).startsWith("404 ");
        assertThat(get("/transfers")).isEqualTo("405 {\"problem\":\"/transfers knows POST only\"}");
        assertThat(post("/transfers", "")).startsWith("400 ").contains("a JSON body is missing");
        assertThat(post("/transfers", "{")).startsWith("400 ").contains("the body is not the JSON it should be");
        assertThat(post("/transfers", "{\"id\":\"t1\",\"from\":1,\"to\":2,\"cents\":1000001}"))
                .startsWith("409 ");
    }

    @Test
    void the_services_own_faults_have_an_answer_too() throws Exception {
        assertThat(get("/busy")).isEqualTo("503 {\"problem\":\"database is locked\"}");
        assertThat(get("/broken")).startsWith("500 ").contains("Could not initialize class Branches");
    }

    private String get(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(server.url() + path)).build());
    }

    private String post(String path, String body) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(server.url() + path))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private String send(HttpRequest request) throws Exception {
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        return response.statusCode() + " " + response.body();
    }
}
