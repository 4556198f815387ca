/**
 * What a report shows, gathered in bounded memory from {@code snags.jsonl} files of any size.
 *
 * <p>A {@link dev.snag.findings.report.RunReport} is data; the packages below turn it into a page or into a format of a
 * build server. What did not fit is counted there, so that each of them can say what it leaves out.
 */
package dev.snag.findings.report;
