package dev.snag.samples.http;

import com.google.gson.Gson;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.snag.samples.ledger.Refused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;

/**
 * Leads requests to an endpoint and puts what comes of it into HTTP.
 *
 * @param method the one HTTP method the endpoint has
 * @param path where it lives, without a slash at the end; what follows it is the request's own
 */
record Route(String method, String path, Endpoint endpoint) implements HttpHandler {
    private static final Gson JSON = new Gson();

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Answer answer =
                    answer(exchange.getRequestMethod(), exchange.getRequestURI().getPath(), body);
            byte[] json = JSON.toJson(answer.body()).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), json.length);
            exchange.getResponseBody().write(json);
        }
    }

    private Answer answer(String asked, String uri, String body) {
        if (!asked.equals(method)) {
            return Answer.problem(405, path + " knows " + method + " only");
        }
        String rest = uri.length() > path.length() ? uri.substring(path.length() + 1) : "";
        try {
            return endpoint.answer(new Request(rest, body));
        } catch (Refused refused) {
            return Answer.problem(status(refused.why()), refused.getMessage());
        } catch (SQLException failed) {
            return Answer.problem(503, failed.getMessage());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Answer.problem(503, "the service is stopping");
        } catch (Exception | LinkageError failed) {
            // LinkageError: what is left of a class whose initializer failed.
            return Answer.problem(500, failed.toString());
        }
    }

    private static int status(Refused.Why why) {
        return switch (why) {
            case MALFORMED -> 400;
            case UNKNOWN -> 404;
            case NOT_ENOUGH_MONEY -> 409;
        };
    }
}
