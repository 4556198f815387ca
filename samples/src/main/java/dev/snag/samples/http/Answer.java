package dev.snag.samples.http;

import java.util.Map;

/**
 * What a client gets.
 *
 * @param status the HTTP status
 * @param body what is written as JSON
 */
public record Answer(int status, Object body) {

    static Answer ok(Object body) {
        return new Answer(200, body);
    }

    static Answer problem(int status, String message) {
        return new Answer(status, Map.of("problem", message));
    }
}
