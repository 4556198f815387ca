package dev.snag.findings;

import java.time.Instant;

/** One line of {@code snags.jsonl}. */
public sealed interface Entry permits Start, Occurrence, Excused, OpenConnections, AgentError, End {

    /** The value of {@code type} in the line. */
    String type();

    /** When it happened (for an {@link Occurrence}: when the hold began), in UTC. */
    Instant time();
}
