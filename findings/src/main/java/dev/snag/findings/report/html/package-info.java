/** One page that holds all of a report: style, script and data; it asks no network for anything. */
package dev.snag.findings.report.html;
