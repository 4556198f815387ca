/** Whether every hold over the threshold is caught, once, for what it is, with its true duration. */
package dev.snag.benchmarks.accuracy;
