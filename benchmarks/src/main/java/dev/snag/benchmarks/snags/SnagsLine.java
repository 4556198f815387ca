package dev.snag.benchmarks.snags;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/**
 * One line of {@code snags.jsonl}, as far as benchmarks look at it.
 *
 * @param type {@code start}, {@code occurrence}, {@code excused}, {@code error} or {@code end}
 * @param fields the whole line
 */
public record SnagsLine(String type, JsonObject fields) {

    public static SnagsLine parse(String line) {
        JsonObject fields = JsonParser.parseString(line).getAsJsonObject();
        return new SnagsLine(fields.get("type").getAsString(), fields);
    }

    public boolean isOccurrence() {
        return type.equals("occurrence");
    }

    public boolean isExcused() {
        return type.equals("excused");
    }

    /** {@code Thread.threadId()} of the virtual thread; its name may be missing where it had ended. */
    public long thread() {
        return fields.getAsJsonObject("thread").get("id").getAsLong();
    }

    public boolean ongoing() {
        return fields.get("ongoing").getAsBoolean();
    }

    public String text(String field) {
        return fields.get(field).getAsString();
    }

    public double number(String field) {
        return fields.get(field).getAsDouble();
    }
}
