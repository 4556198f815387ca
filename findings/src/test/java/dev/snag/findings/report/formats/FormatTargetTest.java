package dev.snag.findings.report.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FormatTargetTest {

    @Test
    void a_word_is_a_format_without_a_file() {
        assertThat(FormatTarget.parse("sarif")).isEqualTo(new FormatTarget(ReportFormat.SARIF, null));
        assertThat(FormatTarget.parse(" GitHub ")).isEqualTo(new FormatTarget(ReportFormat.GITHUB, null));
    }

    @Test
    void what_stands_behind_it_is_the_file() {
        assertThat(FormatTarget.parse("junit=a=b.xml"))
                .isEqualTo(new FormatTarget(ReportFormat.JUNIT, Path.of("a=b.xml")));
    }

    @Test
    void another_word_is_refused_with_those_that_are() {
        assertThatThrownBy(() -> FormatTarget.parse("pdf=x.pdf"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'pdf' is no format; write one of html, sarif, junit");
    }
}
