/** How soon a hold that still lasts stands in the file. */
package dev.snag.benchmarks.latency;
