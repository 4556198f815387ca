package dev.snag.findings.advice;

/**
 * Code that may be to blame.
 *
 * @param className binary name of its class
 * @param artifact the library that its class is part of, by the name of its jar without version, e.g. {@code postgresql};
 *     null where unknown
 * @param version of this library; null where unknown
 */
public record Code(String className, String artifact, String version) {}
