/** What an agent adds to the start of a JVM, measured on whole processes. */
package dev.snag.benchmarks.startup;
