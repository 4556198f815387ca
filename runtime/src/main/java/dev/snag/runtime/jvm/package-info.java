/**
 * What can be asked of the JVM about a held carrier, and how: the interface {@link dev.snag.runtime.jvm.Jvm}, which tests
 * replace, and its readers of the JDK's internals. Each reader that cannot be had is named with what is therefore not seen.
 */
package dev.snag.runtime.jvm;
