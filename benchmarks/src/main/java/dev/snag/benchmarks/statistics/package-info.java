/** Medians, spreads and comparisons of what was measured. */
package dev.snag.benchmarks.statistics;
