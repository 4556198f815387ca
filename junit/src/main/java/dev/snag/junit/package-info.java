/**
 * Fails a test of JUnit Jupiter whose virtual threads keep their carriers. With the agent in the JVM and
 * {@code junit.jupiter.extensions.autodetection.enabled=true} every test is watched without an annotation.
 */
package dev.snag.junit;
