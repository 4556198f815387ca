package dev.snag.findings.report.sarif;

import static dev.snag.findings.Occurrences.as;
import static dev.snag.findings.Occurrences.pinned;
import static dev.snag.findings.Occurrences.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.snag.findings.Cause;
import dev.snag.findings.Frame;
import dev.snag.findings.Hold;
import dev.snag.findings.Occurrence;
import dev.snag.findings.Occurrences;
import dev.snag.findings.Place;
import dev.snag.findings.Starvation;
import dev.snag.findings.report.Run;
import dev.snag.findings.report.RunReport;
import dev.snag.findings.report.SourcePaths;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The schema comes with another library; it is that of the standard. */
class SarifReportTest {

    private static final Schema SCHEMA = schema();

    @TempDir
    private Path folder;

    private static Schema schema() {
        try (InputStream in = SarifReportTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Error> errors(String text) {
        return SCHEMA.validate(text, InputFormat.JSON);
    }

    private static JsonObject run(String text) {
        return JsonParser.parseString(text)
                .getAsJsonObject()
                .getAsJsonArray("runs")
                .get(0)
                .getAsJsonObject();
    }

    private static JsonObject result(String text, int index) {
        return run(text).getAsJsonArray("results").get(index).getAsJsonObject();
    }

    @Test
    void a_report_of_many_kinds_is_valid() throws IOException {
        var run = Run.in(folder);
        for (int i = 0; i < 50; i++) {
            run.with(Run.hold(i, i % 25));
        }
        Occurrence outage = with(
                with(as("outage", false, pinned()), Cause.of(new Starvation(7, List.of(), null, true), List.of())),
                new Hold(null, null, 900, 100, 0, false));
        run.with(with(outage, new Place(null, null, null, List.of(), "51c0ffee51c0ffee")));
        String text = SarifReport.text(run.ended().report(), SourcePaths.none());

        assertThat(errors(text)).isEmpty();
        assertThat(run(text).getAsJsonArray("results")).hasSize(26);
    }

    @Test
    void a_report_without_snags_is_valid_and_so_is_one_that_cannot_be_trusted() throws IOException {
        assertThat(errors(SarifReport.text(Run.in(folder).ended().report(), SourcePaths.none())))
                .isEmpty();
        String untrusted = SarifReport.text(Run.empty(folder).report(), SourcePaths.none());
        assertThat(errors(untrusted)).isEmpty();
        JsonObject invocation =
                run(untrusted).getAsJsonArray("invocations").get(0).getAsJsonObject();
        assertThat(invocation.get("executionSuccessful").getAsBoolean()).isFalse();
        assertThat(invocation.getAsJsonArray("toolExecutionNotifications")).isNotEmpty();
    }

    @Test
    void the_schema_finds_what_is_wrong() throws IOException {
        String text = SarifReport.text(Run.in(folder).with(pinned()).ended().report(), SourcePaths.none());

        assertThat(errors(text)).isEmpty();
        assertThat(errors(text.replace("\"level\": \"error\"", "\"level\": \"terrible\"")))
                .isNotEmpty();
        assertThat(errors(text.replace("\"startLine\"", "\"beginLine\""))).isNotEmpty();
    }

    @Test
    void a_result_stands_at_the_users_own_code_and_is_compared_by_its_fingerprint() throws IOException {
        SourcePaths sources = frame -> frame.equals(Occurrences.SERVE)
                ? Optional.of("web/src/main/java/com/acme/web/Order Handler.java")
                : Optional.empty();
        RunReport report = Run.in(folder).with(pinned()).ended().report();
        JsonObject result = result(SarifReport.text(report, sources), 0);

        JsonObject place =
                result.getAsJsonArray("locations").get(0).getAsJsonObject().getAsJsonObject("physicalLocation");
        assertThat(place.getAsJsonObject("artifactLocation").get("uri").getAsString())
                .isEqualTo("web/src/main/java/com/acme/web/Order%20Handler.java");
        assertThat(place.getAsJsonObject("region").get("startLine").getAsInt()).isEqualTo(41);
        assertThat(result.getAsJsonObject("partialFingerprints").get("snag/v1").getAsString())
                .isEqualTo("9f3c01ab77d2e4f0");
        assertThat(result.get("ruleId").getAsString()).isEqualTo("PINNED(MONITOR)");
        assertThat(result.get("level").getAsString()).isEqualTo("error");
        assertThat(result.has("baselineState")).isFalse();
    }

    @Test
    void what_is_known_is_unchanged_and_what_is_allowed_is_suppressed_with_its_reason() throws IOException {
        Occurrence other = Occurrences.of("00000000000000aa", as("2", false, pinned()));
        Frame elsewhere = new Frame("org.lib.Thing", "go", 3, "lib.jar", null);
        Occurrence third = with(
                as("3", false, pinned()), new Place(elsewhere, null, null, List.of(elsewhere), "00000000000000bb"));
        RunReport report = Run.in(folder)
                .with(pinned(), other, third)
                .ended()
                .report(Run.policy(List.of(other), "PINNED org.lib.* because it is old\n"));
        String text = SarifReport.text(report, SourcePaths.none());

        assertThat(errors(text)).isEmpty();
        assertThat(result(text, 0).get("baselineState").getAsString()).isEqualTo("new");
        assertThat(result(text, 1).get("baselineState").getAsString()).isEqualTo("unchanged");
        assertThat(result(text, 2)
                        .getAsJsonArray("suppressions")
                        .get(0)
                        .getAsJsonObject()
                        .get("justification")
                        .getAsString())
                .isEqualTo("it is old");
    }
}
