package dev.snag.it;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A {@code snags.jsonl} as any reader of JSON sees it: these tests do not trust the product's own reader. */
record Report(List<JsonObject> lines) {
    /**
     * The mounts in the line of sums, as a pattern. How many is not the tests' to say: on 24 and later a thread that waits for
     * a monitor, of a class loader as well, unmounts and is mounted once more.
     */
    static final String MOUNTS = "holds seen [1-9]\\d*";

    /** Reads the file in that folder. */
    static Report in(Path folder) throws IOException {
        var lines = new ArrayList<JsonObject>();
        for (String line : Files.readAllLines(folder.resolve("snags.jsonl"))) {
            lines.add(JsonParser.parseString(line).getAsJsonObject());
        }
        return new Report(lines);
    }

    /** The same while a JVM may still write to it: whole lines only, and none where there is no file yet. */
    static Report soFar(Path folder) throws IOException {
        Path file = folder.resolve("snags.jsonl");
        if (!Files.exists(file)) {
            return new Report(List.of());
        }
        String text = Files.readString(file);
        String whole = text.substring(0, text.lastIndexOf('\n') + 1);
        return new Report(whole.lines()
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .toList());
    }

    /** Lines of one type. */
    List<JsonObject> ofType(String type) {
        return lines.stream()
                .filter(line -> line.get("type").getAsString().equals(type))
                .toList();
    }

    /** The last line of each occurrence. */
    List<JsonObject> occurrences() {
        Map<String, JsonObject> last = new LinkedHashMap<>();
        ofType("occurrence").forEach(line -> last.put(line.get("id").getAsString(), line));
        return List.copyOf(last.values());
    }

    /** How many of its kind a line stands for. */
    static int count(JsonObject occurrence) {
        return occurrence.has("count") ? occurrence.get("count").getAsInt() : 1;
    }

    /** The value at a path like {@code offender.class}, as text; empty where it is absent or null. */
    static Optional<String> text(JsonObject line, String path) {
        JsonElement at = line;
        for (String name : path.split("\\.")) {
            at = at == null || !at.isJsonObject() ? null : at.getAsJsonObject().get(name);
        }
        return at == null || at.isJsonNull() ? Optional.empty() : Optional.of(at.getAsString());
    }

    /** {@code class.method:line} of the frame with that role. */
    static String frame(JsonObject line, String role) {
        return text(line, role + ".class").orElse("?") + "."
                + text(line, role + ".method").orElse("?") + ":"
                + text(line, role + ".line").orElse("?");
    }
}
