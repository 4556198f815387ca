/** What Snag wrote to {@code snags.jsonl}, read independently of Snag's own reader. */
package dev.snag.benchmarks.snags;
