package dev.snag.findings.report.gitlab;

import com.google.gson.stream.JsonWriter;
import dev.snag.findings.Verdict;
import dev.snag.findings.report.RunReport;
import dev.snag.findings.report.SnagReport;
import dev.snag.findings.report.SnagText;
import dev.snag.findings.report.SourcePaths;
import dev.snag.findings.report.Spot;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** An issue a snag, but for what a rule allows. GitLab itself compares with the target branch, by fingerprint. */
public final class CodeQuality {

    private CodeQuality() {}

    /** The text of the file. */
    public static String text(RunReport report, SourcePaths sources) {
        var text = new StringWriter();
        var json = new JsonWriter(text);
        json.setIndent("  ");
        try {
            json.beginArray();
            for (SnagReport snag : report.snags()) {
                if (snag.verdict() != Verdict.ALLOWED_BY_RULE) {
                    issue(json, snag, Spot.of(snag, sources));
                }
            }
            json.endArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException("The report could not be written to memory", impossible);
        }
        return text.append('\n').toString();
    }

    private static void issue(JsonWriter json, SnagReport snag, Spot spot) throws IOException {
        json.beginObject();
        json.name("description").value(SnagText.message(snag));
        json.name("check_name").value(SnagText.rule(snag.example().cause()));
        json.name("fingerprint").value(snag.fingerprint());
        json.name("severity").value(severity(snag.verdict()));
        json.name("location").beginObject();
        json.name("path").value(spot.path());
        json.name("lines")
                .beginObject()
                .name("begin")
                .value(Math.max(1, spot.line()))
                .endObject();
        json.endObject();
        json.endObject();
    }

    private static String severity(Verdict verdict) {
        return switch (verdict) {
            case FAILS -> "critical";
            case WARNING_ONLY -> "minor";
            case OUT_OF_SCOPE, KNOWN_IN_BASELINE, ALLOWED_BY_RULE -> "info";
        };
    }
}
