package dev.snag.findings.report.sarif;

import com.google.gson.stream.JsonWriter;
import dev.snag.findings.Frame;
import dev.snag.findings.Verdict;
import dev.snag.findings.policy.AllowRule;
import dev.snag.findings.report.Plural;
import dev.snag.findings.report.RunReport;
import dev.snag.findings.report.SnagReport;
import dev.snag.findings.report.SnagText;
import dev.snag.findings.report.SourcePaths;
import dev.snag.findings.report.Spot;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The snags as results of one run; what the baseline knows is unchanged, what a rule allows is suppressed. */
public final class SarifReport {

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
    private static final String VERSION = "2.1.0";
    /** Readers show far less, and GitHub takes no file over 10 MB. */
    private static final int MOST_FRAMES = 60;

    private final RunReport report;
    private final SourcePaths sources;
    private final JsonWriter json;
    private final Map<String, Integer> rules = new LinkedHashMap<>();

    private SarifReport(RunReport report, SourcePaths sources, JsonWriter json) {
        this.report = report;
        this.sources = sources;
        this.json = json;
    }

    /** The text of the file. */
    public static String text(RunReport report, SourcePaths sources) {
        var text = new StringWriter();
        var json = new JsonWriter(text);
        json.setIndent("  ");
        try {
            new SarifReport(report, sources, json).write();
        } catch (IOException impossible) {
            throw new UncheckedIOException("The report could not be written to memory", impossible);
        }
        return text.append('\n').toString();
    }

    private void write() throws IOException {
        for (SnagReport snag : report.snags()) {
            rules.putIfAbsent(SnagText.rule(snag.example().cause()), rules.size());
        }
        json.beginObject();
        json.name("$schema").value(SCHEMA);
        json.name("version").value(VERSION);
        json.name("runs").beginArray().beginObject();
        tool();
        invocation();
        json.name("results").beginArray();
        for (SnagReport snag : report.snags()) {
            result(snag);
        }
        json.endArray();
        json.endObject().endArray().endObject();
    }

    private void tool() throws IOException {
        json.name("tool").beginObject().name("driver").beginObject();
        json.name("name").value("Snag");
        json.name("rules").beginArray();
        for (SnagReport snag : firstOfEachRule()) {
            String rule = SnagText.rule(snag.example().cause());
            json.beginObject();
            json.name("id").value(rule);
            message("shortDescription", SarifRules.meaning(snag.kind()));
            message("help", SarifRules.help(snag.kind()));
            json.endObject();
        }
        json.endArray();
        json.endObject().endObject();
    }

    private Iterable<SnagReport> firstOfEachRule() {
        Map<String, SnagReport> first = new LinkedHashMap<>();
        report.snags()
                .forEach(snag -> first.putIfAbsent(SnagText.rule(snag.example().cause()), snag));
        return first.values();
    }

    /** What is doubtful about the watch, so that an empty list of results is not taken for health. */
    private void invocation() throws IOException {
        List<String> doubts = report.checked().doubts();
        json.name("invocations").beginArray().beginObject();
        json.name("executionSuccessful").value(doubts.isEmpty());
        json.name("toolExecutionNotifications").beginArray();
        for (String doubt : doubts) {
            notification("error", doubt);
        }
        if (report.others() != null) {
            notification(
                    report.others().fails() ? "error" : "warning",
                    Plural.of(report.others().count(), "occurrence") + " of further snags are not listed here");
        }
        json.endArray().endObject().endArray();
    }

    private void notification(String level, String text) throws IOException {
        json.beginObject();
        json.name("level").value(level);
        message("message", text);
        json.endObject();
    }

    private void result(SnagReport snag) throws IOException {
        String rule = SnagText.rule(snag.example().cause());
        json.beginObject();
        json.name("ruleId").value(rule);
        json.name("ruleIndex").value(rules.get(rule));
        json.name("level").value(SarifRules.level(snag.verdict()));
        message("message", SnagText.message(snag));
        Spot spot = Spot.of(snag, sources);
        json.name("locations").beginArray();
        location(spot.path(), spot.line(), SnagText.name(snag));
        json.endArray();
        json.name("partialFingerprints").beginObject();
        json.name("snag/v1").value(snag.fingerprint());
        json.endObject();
        if (!report.policy().baseline().lines().isEmpty()) {
            json.name("baselineState").value(snag.known() ? "unchanged" : "new");
        }
        suppression(snag);
        stack(snag.example().place().stack());
        properties(snag);
        json.endObject();
    }

    private void suppression(SnagReport snag) throws IOException {
        json.name("suppressions").beginArray();
        if (snag.verdict() == Verdict.ALLOWED_BY_RULE) {
            AllowRule rule = report.policy().judge(snag.example()).rule();
            json.beginObject();
            json.name("kind").value("external");
            json.name("justification").value(rule == null ? "an allow rule" : rule.reason());
            json.endObject();
        }
        json.endArray();
    }

    private void stack(List<Frame> frames) throws IOException {
        if (frames.isEmpty()) {
            return;
        }
        json.name("stacks").beginArray().beginObject();
        message("message", "the stack of the longest hold");
        json.name("frames").beginArray();
        for (Frame frame : frames.subList(0, Math.min(MOST_FRAMES, frames.size()))) {
            json.beginObject();
            if (frame.jar() != null) {
                json.name("module").value(frame.jar());
            }
            json.name("location");
            location(
                    sources.of(frame).orElse(SourcePaths.below(frame) + ".java"),
                    frame.line(),
                    frame.className() + "." + frame.method());
            json.endObject();
        }
        json.endArray().endObject().endArray();
    }

    private void location(String path, int line, String name) throws IOException {
        json.beginObject();
        json.name("physicalLocation").beginObject();
        json.name("artifactLocation").beginObject();
        json.name("uri").value(uri(path));
        json.name("uriBaseId").value("%SRCROOT%");
        json.endObject();
        if (line > 0) {
            json.name("region").beginObject().name("startLine").value(line).endObject();
        }
        json.endObject();
        json.name("logicalLocations").beginArray().beginObject();
        json.name("fullyQualifiedName").value(name);
        json.name("kind").value("function");
        json.endObject().endArray();
        json.endObject();
    }

    private static String uri(String path) {
        var uri = new StringBuilder();
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain = c < 128 && (Character.isLetterOrDigit(c) || "/._-~$+@,;=!'()*&".indexOf(c) >= 0);
            uri.append(
                    plain
                            ? String.valueOf(c)
                            : "%" + HexFormat.of().withUpperCase().toHexDigits(b));
        }
        return uri.toString();
    }

    private void properties(SnagReport snag) throws IOException {
        json.name("properties").beginObject();
        json.name("count").value(snag.count());
        json.name("totalMs").value(snag.totalMs());
        json.name("longestMs").value(snag.longestMs());
        json.name("verdict").value(snag.verdict().name());
        json.endObject();
    }

    private void message(String name, String text) throws IOException {
        json.name(name).beginObject().name("text").value(text).endObject();
    }
}
