/** Counts occurrences by the snag they belong to, in bounded memory. */
package dev.snag.findings.tally;
