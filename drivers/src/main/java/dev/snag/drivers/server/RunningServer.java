package dev.snag.drivers.server;

import java.util.Map;

/**
 * A server that can be asked.
 *
 * @param title name and version, as the server says itself
 * @param port where it listens, on 127.0.0.1; the lab offers it at a distance too
 * @param facts more that workloads may need, by the name under which rows can use it
 * @param stop ends it
 */
public record RunningServer(String title, int port, Map<String, String> facts, AutoCloseable stop) {
    public RunningServer {
        facts = Map.copyOf(facts);
    }
}
