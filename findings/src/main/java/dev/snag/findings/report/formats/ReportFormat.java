package dev.snag.findings.report.formats;

import dev.snag.findings.report.RunReport;
import dev.snag.findings.report.SourcePaths;
import dev.snag.findings.report.github.WorkflowCommands;
import dev.snag.findings.report.gitlab.CodeQuality;
import dev.snag.findings.report.html.HtmlReport;
import dev.snag.findings.report.markdown.MarkdownReport;
import dev.snag.findings.report.sarif.SarifReport;
import dev.snag.findings.report.xml.JunitReport;
import java.time.Instant;
import java.util.Locale;

/** A format of a report. */
public enum ReportFormat {
    /** One page to look at. */
    HTML("snags.html"),
    /** SARIF 2.1.0. */
    SARIF("snags.sarif"),
    /** JUnit's XML. */
    JUNIT("snags-junit.xml"),
    /** GitHub's workflow commands. */
    GITHUB("snags-github.txt"),
    /** GitLab's code quality. */
    GITLAB("snags-gitlab.json"),
    /** A comment at a pull request. */
    MARKDOWN("snags.md");

    private final String fileName;

    ReportFormat(String fileName) {
        this.fileName = fileName;
    }

    /** How a file of it is called where nobody gave another name. */
    public String fileName() {
        return fileName;
    }

    /** As it is written on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The report in this format. */
    public String text(RunReport report, SourcePaths sources, Instant now) {
        return switch (this) {
            case HTML -> HtmlReport.text(report, now);
            case SARIF -> SarifReport.text(report, sources);
            case JUNIT -> JunitReport.text(report);
            case GITHUB -> WorkflowCommands.text(report, sources);
            case GITLAB -> CodeQuality.text(report, sources);
            case MARKDOWN -> MarkdownReport.text(report);
        };
    }
}
