/** JUnit's XML, which almost every build server shows as test results. */
package dev.snag.findings.report.xml;
