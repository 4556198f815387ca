package dev.snag.findings.report.html;

import com.google.gson.stream.JsonWriter;
import dev.snag.findings.Frame;
import dev.snag.findings.Place;
import dev.snag.findings.check.WatchedJvm;
import dev.snag.findings.report.JvmReport;
import dev.snag.findings.report.Lane;
import dev.snag.findings.report.RunReport;
import dev.snag.findings.report.SnagReport;
import dev.snag.findings.report.StackShare;
import dev.snag.findings.report.Stretch;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the page's script draws, as JSON that may stand within a script element: {@code <} and the like are escaped.
 * Rows of numbers, each with an index into a table, keep 20,000 stretches below a megabyte or two.
 */
final class ReportData {

    private static final int ONGOING = 1;
    private static final int COMPENSATED = 2;
    private static final double NANOS = 1_000_000;

    private final RunReport report;
    private final JsonWriter json;
    private final Instant origin;
    private final Map<WatchedJvm, Integer> jvms = new HashMap<>();
    private final Map<Frame, Integer> frames = new LinkedHashMap<>();
    private final Map<String, Integer> tests = new LinkedHashMap<>();

    private ReportData(RunReport report, JsonWriter json) {
        this.report = report;
        this.json = json;
        origin = report.figures().from() == null
                ? Instant.EPOCH
                : report.figures().from();
    }

    static String json(RunReport report) {
        var text = new StringWriter();
        var json = new JsonWriter(text);
        json.setHtmlSafe(true);
        try {
            new ReportData(report, json).write();
        } catch (IOException impossible) {
            throw new UncheckedIOException("The data could not be written to memory", impossible);
        }
        return text.toString();
    }

    private void write() throws IOException {
        Instant to = report.figures().to() == null ? origin : report.figures().to();
        json.beginObject();
        json.name("origin").value(origin.toEpochMilli());
        json.name("span").jsonValue(millis(ms(to)));
        jvms();
        snags();
        lanes();
        stretches();
        stacks();
        json.name("frames").beginArray();
        for (Frame frame : frames.keySet()) {
            json.beginArray()
                    .value(frame.className())
                    .value(frame.method())
                    .value(frame.jar())
                    .endArray();
        }
        json.endArray();
        json.name("tests").beginArray();
        for (String test : tests.keySet()) {
            json.value(test);
        }
        json.endArray();
        json.endObject();
    }

    private void jvms() throws IOException {
        json.name("jvms").beginArray();
        for (JvmReport jvm : report.jvms()) {
            jvms.put(jvm.jvm(), jvms.size());
            json.value(
                    jvm.start() == null
                            ? jvm.name()
                            : jvm.name() + ", JDK " + jvm.start().jdk());
        }
        json.endArray();
    }

    private void snags() throws IOException {
        json.name("snags").beginArray();
        for (SnagReport snag : report.snags()) {
            Place place = snag.example().place();
            json.beginObject();
            json.name("id").value(snag.fingerprint());
            json.name("kind").value(snag.kind().name());
            json.name("style").value(Words.style(snag.kind()));
            json.name("state").value(SnagsHtml.state(report, snag));
            json.name("name").value(name(snag));
            json.name("words").value(words(place));
            json.name("count").value(snag.count());
            json.name("total").jsonValue(millis(snag.totalMs()));
            json.name("longest").jsonValue(millis(snag.longestMs()));
            json.name("tests").beginArray();
            for (String test : snag.tests().keySet()) {
                json.value(index(tests, test));
            }
            json.endArray();
            json.endObject();
        }
        json.endArray();
    }

    private static String name(SnagReport snag) {
        Place place = snag.example().place();
        Frame frame = place.offender() != null ? place.offender() : place.culprit();
        return frame == null ? "all carriers" : simple(frame.className()) + "." + frame.method();
    }

    private static String simple(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }

    /** What the text filter looks at. */
    private static String words(Place place) {
        var words = new StringBuilder(place.fingerprint());
        for (Frame frame : new Frame[] {place.offender(), place.caller(), place.culprit()}) {
            if (frame != null) {
                words.append(' ').append(frame.className()).append('.').append(frame.method());
                words.append(frame.jar() == null ? "" : " " + frame.jar());
            }
        }
        return words.toString();
    }

    private void lanes() throws IOException {
        json.name("lanes").beginArray();
        for (Lane lane : report.timeline().lanes()) {
            json.beginArray()
                    .value(jvms.get(lane.jvm()))
                    .value(lane.name())
                    .jsonValue(millis(lane.heldMs()))
                    .endArray();
        }
        json.endArray();
    }

    private void stretches() throws IOException {
        Map<String, Integer> snags = new HashMap<>();
        for (SnagReport snag : report.snags()) {
            snags.put(snag.fingerprint(), snags.size());
        }
        Map<String, Integer> lanes = new HashMap<>();
        for (Lane lane : report.timeline().lanes()) {
            lanes.put(
                    key(lane.jvm(), lane.carrier() == null ? -1 : lane.carrier().id()), lanes.size());
        }
        json.name("stretches").beginArray();
        for (Stretch stretch : report.timeline().stretches()) {
            int lane = stretch.ofAllCarriers()
                    ? -1
                    : lanes.get(key(
                            stretch.jvm(),
                            stretch.carrier() == null ? -1 : stretch.carrier().id()));
            json.beginArray()
                    .value(lane)
                    .jsonValue(millis(ms(stretch.begin())))
                    .jsonValue(millis(stretch.ms()))
                    .value(snags.getOrDefault(stretch.fingerprint(), -1))
                    .value((stretch.ongoing() ? ONGOING : 0) + (stretch.compensated() ? COMPENSATED : 0))
                    .value(jvms.get(stretch.jvm()))
                    .value(stretch.thread() == null ? "" : stretch.thread().toString())
                    .value(stretch.test() == null ? -1 : index(tests, stretch.test()))
                    .endArray();
        }
        json.endArray();
    }

    private static String key(WatchedJvm jvm, long carrier) {
        return jvm.file() + " " + jvm.number() + " " + carrier;
    }

    /** Frames top first, as they are read; the page turns them round. */
    private void stacks() throws IOException {
        json.name("stacks").beginArray();
        List<SnagReport> snags = report.snags();
        for (int i = 0; i < snags.size(); i++) {
            for (StackShare share : snags.get(i).stacks()) {
                json.beginArray().value(i).jsonValue(millis(share.heldMs())).value(share.count());
                json.beginArray();
                for (Frame frame : share.frames()) {
                    json.value(index(frames, new Frame(frame.className(), frame.method(), 0, frame.jar(), null)));
                }
                json.endArray().endArray();
            }
        }
        json.endArray();
    }

    private static <T> int index(Map<T, Integer> table, T key) {
        Integer known = table.putIfAbsent(key, table.size());
        return known == null ? table.size() - 1 : known;
    }

    private double ms(Instant time) {
        Duration since = Duration.between(origin, time);
        return since.getSeconds() * 1_000.0 + since.getNano() / NANOS;
    }

    private static String millis(double ms) {
        // Microseconds are more than a time line can show; a plain number is shorter than one with all its digits.
        double rounded = Math.round(ms * 1_000) / 1_000.0;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }
}
