/** The formats that a report can be written in, by their names. */
package dev.snag.findings.report.formats;
