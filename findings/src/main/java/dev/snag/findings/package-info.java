/**
 * What a finding is: the record of it, its line in {@code snags.jsonl}, its text.
 *
 * <p>Data only: nothing here knows a virtual thread, a clock or a hook. A {@link dev.snag.findings.Entry} is one line of
 * {@code snags.jsonl}; all others are its parts.
 */
package dev.snag.findings;
