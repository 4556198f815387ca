/** Markdown for a comment at a pull request, or for the summary of a build. */
package dev.snag.findings.report.markdown;
