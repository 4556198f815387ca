/** The gate over what was written: reads all {@code snags.jsonl} in folders and judges them as one run. */
package dev.snag.findings.check;
