/** Makes one {@code snags.jsonl} of many. */
package dev.snag.findings.merge;
