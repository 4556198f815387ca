/** The options that all benchmarks share. */
package dev.snag.benchmarks.setting;
