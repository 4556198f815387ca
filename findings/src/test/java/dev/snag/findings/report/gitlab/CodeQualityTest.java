package dev.snag.findings.report.gitlab;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.snag.findings.Occurrence;
import dev.snag.findings.report.Run;
import dev.snag.findings.report.RunReport;
import dev.snag.findings.report.SourcePaths;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeQualityTest {

    @TempDir
    private Path folder;

    private static JsonArray issues(RunReport report) {
        return JsonParser.parseString(CodeQuality.text(report, SourcePaths.none()))
                .getAsJsonArray();
    }

    @Test
    void each_snag_is_an_issue_with_all_that_gitlab_asks_for() throws IOException {
        var run = Run.in(folder);
        for (int i = 0; i < 20; i++) {
            run.with(Run.hold(i, i % 10));
        }
        JsonArray issues = issues(run.ended().report());

        assertThat(issues).hasSize(10);
        var fingerprints = new HashSet<String>();
        for (JsonElement each : issues) {
            JsonObject issue = each.getAsJsonObject();
            assertThat(issue.get("description").getAsString()).contains("held a carrier 2 times");
            assertThat(issue.get("check_name").getAsString()).isNotEmpty();
            assertThat(issue.get("severity").getAsString()).isIn("critical", "minor");
            JsonObject location = issue.getAsJsonObject("location");
            assertThat(location.get("path").getAsString()).isEqualTo("com/acme/web/Handler.java");
            assertThat(location.getAsJsonObject("lines").get("begin").getAsInt())
                    .isEqualTo(41);
            fingerprints.add(issue.get("fingerprint").getAsString());
        }
        assertThat(fingerprints).hasSize(10);
    }

    @Test
    void what_is_known_is_information_and_what_is_allowed_is_left_out() throws IOException {
        Occurrence known = Run.hold(1, 1);
        Occurrence allowed = Run.hold(2, 2);
        JsonArray issues = issues(Run.in(folder)
                .with(known, allowed)
                .ended()
                .report(Run.policy(List.of(known), "* com.acme.part2.* because it is old\n")));

        assertThat(issues).hasSize(1);
        assertThat(issues.get(0).getAsJsonObject().get("severity").getAsString())
                .isEqualTo("info");
    }

    @Test
    void a_run_without_snags_is_an_empty_list() throws IOException {
        assertThat(issues(Run.in(folder).ended().report())).isEmpty();
    }
}
