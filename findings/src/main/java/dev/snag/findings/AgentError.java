package dev.snag.findings;

import java.time.Instant;

/**
 * An error of the agent itself; the application never sees it.
 *
 * @param where the part of the agent, e.g. {@code monitor}
 * @param message what happened and what is therefore not seen
 */
public record AgentError(Instant time, String where, String message) implements Entry {

    @Override
    public String type() {
        return "error";
    }
}
