package dev.snag.samples.load;

import java.util.function.IntFunction;

/**
 * A part of the load: one endpoint, asked a number of times by a number of clients, each of which waits for its answer
 * before it asks again.
 *
 * @param name the endpoint as people write it
 * @param planted what is planted there; null at a clean one
 * @param path the path of the request of each number
 * @param body the body of the request of each number; null for GET
 */
public record Step(
        String name, Planted planted, int requests, int clients, IntFunction<String> path, IntFunction<String> body) {

    /**
     * An offender.
     *
     * @param what what it is, in a few words
     * @param code the class that has it
     */
    public record Planted(String what, Class<?> code) {}

    static Step get(String name, Planted planted, int requests, int clients, IntFunction<String> path) {
        return new Step("GET " + name, planted, requests, clients, path, null);
    }

    static Step post(String name, Planted planted, int requests, int clients, IntFunction<String> body) {
        return new Step("POST " + name, planted, requests, clients, number -> name, body);
    }

    public boolean isClean() {
        return planted == null;
    }
}
