/** Looks for the source files of the code that a report names. */
package dev.snag.findings.report.sources;
