/** GitHub's workflow commands: annotations at the lines of a pull request. */
package dev.snag.findings.report.github;
