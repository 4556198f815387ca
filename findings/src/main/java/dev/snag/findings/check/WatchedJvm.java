package dev.snag.findings.check;

import java.nio.file.Path;

/**
 * Names the JVM that wrote a line.
 *
 * @param file the report it wrote to
 * @param number which of those that wrote to it one after the other, from 1; 0 before the first {@code start} line
 */
public record WatchedJvm(Path file, int number) {}
