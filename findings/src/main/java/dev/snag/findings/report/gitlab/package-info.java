/** GitLab's code quality report, shown in a merge request. */
package dev.snag.findings.report.gitlab;
