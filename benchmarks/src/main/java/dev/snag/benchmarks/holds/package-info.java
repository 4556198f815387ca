/** A child program that holds carriers for known times, in known ways, and writes down what it did. */
package dev.snag.benchmarks.holds;
