package dev.snag.findings.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.findings.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PolicyDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "policy.md");

    @Test
    void the_example_of_rules_is_read() throws Exception {
        List<AllowRule> rules = AllowRules.parse("policy.md", example("allow")).rules();
        assertThat(rules).hasSize(4);
        assertThat(rules.getFirst().until()).isEqualTo("2027-03-31");
        assertThat(rules).allSatisfy(rule -> assertThat(rule.reason()).isNotBlank());
    }

    @Test
    void the_example_of_a_baseline_is_read_and_written_again_as_it_stands() throws Exception {
        assertThat(Baseline.parse("policy.md", example("baseline")).text()).isEqualTo(example("baseline"));
    }

    @Test
    void each_example_of_fail_on_is_read() throws Exception {
        Matcher rows = Pattern.compile("\\| `([^`]+)` \\|").matcher(section("## `fail-on`"));
        int read = 0;
        while (rows.find()) {
            if (!rows.group(1).equals("fail-on")) {
                FailOn.parse(rows.group(1));
                read++;
            }
        }
        assertThat(read).isEqualTo(6);
    }

    @Test
    void every_verdict_is_described() throws IOException {
        for (Verdict verdict : Verdict.values()) {
            assertThat(Files.readString(DOCUMENT)).contains("| `" + verdict + "` |");
        }
    }

    private static String example(String language) throws IOException {
        String document = Files.readString(DOCUMENT);
        String fence = "```" + language + "\n";
        int start = document.indexOf(fence) + fence.length();
        return document.substring(start, document.indexOf("```", start));
    }

    private static String section(String heading) throws IOException {
        String document = Files.readString(DOCUMENT);
        int start = document.indexOf(heading);
        return document.substring(start, document.indexOf("\n## ", start + 1));
    }
}
