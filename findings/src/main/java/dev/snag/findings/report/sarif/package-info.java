/** SARIF 2.1.0, which code scanning of GitHub and others read. */
package dev.snag.findings.report.sarif;
