package dev.snag.it;

import com.google.gson.JsonObject;
import dev.snag.fixtures.expect.ExpectedSnag;
import dev.snag.fixtures.expect.Fixture;
import dev.snag.fixtures.expect.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares what was found with what a fixture expects. */
final class SnagMatch {
    private static final Map<String, String> PATHS = Map.of(
            "operation", "operation",
            "monitor", "monitor.class",
            "owner", "monitor.owner.name",
            "thread", "thread.name",
            "carrier", "carrier.name",
            "compensated", "compensated",
            "severity", "severity",
            "lock", "lock.class",
            "next", "lock.next.name",
            "state", "lock.state");

    private final Fixture fixture;
    private final int feature;
    private final Path classes;

    SnagMatch(Fixture fixture, int feature, Path classes) {
        this.fixture = fixture;
        this.feature = feature;
        this.classes = classes;
    }

    /** What does not fit, one sentence each; empty where all that was found was expected and the other way round. */
    List<String> misfits(List<JsonObject> occurrences) throws IOException {
        var misfits = new ArrayList<String>();
        List<JsonObject> left = new ArrayList<>(occurrences);
        Map<ExpectedSnag, Integer> lacking = new LinkedHashMap<>();
        for (ExpectedSnag snag : fixture.expectedOn(feature)) {
            int lack = snag.count();
            for (JsonObject occurrence : List.copyOf(left)) {
                if (lack > 0 && differences(snag, occurrence).isEmpty()) {
                    left.remove(occurrence);
                    lack -= Report.count(occurrence);
                }
            }
            if (lack != 0) {
                lacking.put(snag, lack);
            }
        }
        for (var each : lacking.entrySet()) {
            misfits.add("expected but not found, or more often where below 0, " + each.getValue() + " x: "
                    + each.getKey().source());
        }
        for (JsonObject occurrence : left) {
            misfits.add("found but not expected: " + brief(occurrence));
            for (ExpectedSnag snag : lacking.keySet()) {
                misfits.add("  for '" + snag.source() + "' it lacks: " + differences(snag, occurrence));
            }
        }
        return misfits;
    }

    private List<String> differences(ExpectedSnag snag, JsonObject occurrence) throws IOException {
        var differences = new ArrayList<String>();
        compare(
                differences,
                "kind",
                snag.kind(),
                Report.text(occurrence, "kind").orElse(""));
        compare(
                differences,
                "ongoing",
                "false",
                Report.text(occurrence, "ongoing").orElse(""));
        if (!snag.qualifiers().isEmpty()) {
            String field = snag.kind().equals("BLOCKING_CALL") ? "category" : "reason";
            String found = Report.text(occurrence, field).orElse("none");
            if (!snag.qualifiers().contains(found)) {
                differences.add(field + " is " + found);
            }
        }
        double millis = occurrence.get("durationMs").getAsDouble();
        if (millis < snag.minimumMillis() || millis > snag.maximumMillis()) {
            differences.add("durationMs is " + millis);
        }
        for (var word : snag.words().entrySet()) {
            String path = PATHS.get(word.getKey());
            if (path != null) {
                compare(
                        differences,
                        path,
                        word.getValue(),
                        Report.text(occurrence, path).orElse("none"));
            }
        }
        for (Role role : snag.kind().equals("STARVATION") ? new Role[0] : Role.values()) {
            compareFrame(differences, role, snag, occurrence);
        }
        return differences;
    }

    private void compareFrame(List<String> differences, Role role, ExpectedSnag snag, JsonObject occurrence)
            throws IOException {
        String found = Report.frame(occurrence, role.key());
        String named = snag.words().get(role.key());
        if (named != null) {
            if (!found.replaceFirst(":[^:]*$", "").equals(named)) {
                differences.add(role.key() + " is " + found);
            }
            return;
        }
        List<Integer> lines = fixture.markedLines(role, snag, feature);
        if (!lines.isEmpty()) {
            Set<String> marked = LineMethods.at(classes, fixture.className(), lines);
            if (!marked.contains(found)) {
                differences.add(role.key() + " is " + found + ", not of " + marked);
            }
        }
    }

    private static void compare(List<String> differences, String what, String expected, String found) {
        if (!expected.equalsIgnoreCase(found)) {
            differences.add(what + " is '" + found + "'");
        }
    }

    private static String brief(JsonObject occurrence) {
        JsonObject brief = occurrence.deepCopy();
        List.of("why", "advice", "time", "sensors", "fingerprint").forEach(brief::remove);
        return brief.toString();
    }
}
