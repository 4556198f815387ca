package dev.snag.findings.jsonl;

/**
 * A line before it is understood.
 *
 * @param number from 1
 * @param text null where it was too long to keep
 * @param length in characters
 * @param ended whether a line feed follows, which the last line of a killed JVM lacks
 */
record RawLine(long number, String text, long length, boolean ended) {}
