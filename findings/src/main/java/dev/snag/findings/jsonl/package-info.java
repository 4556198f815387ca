/**
 * Writes and reads {@code snags.jsonl}: one JSON object a line.
 *
 * <p>The writer is for the agent, on its first line within a millisecond of start-up; it uses Gson's token writer alone.
 * The reader is for tools and trusts nothing: see {@code docs/findings-format.md}.
 */
package dev.snag.findings.jsonl;
