package dev.snag.findings.advice;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads {@code {"advice": [rules], "outlook": [rules]}}. */
final class AdviceParser {

    private final JsonReader json;
    private final Set<String> names = new HashSet<>();

    AdviceParser(Reader text) {
        json = new JsonReader(text);
        json.setStrictness(Strictness.STRICT);
    }

    AdviceBook book() throws AdviceError {
        try {
            return readBook();
        } catch (IOException | IllegalStateException notJson) {
            throw new AdviceError(
                    at() + "this is not JSON of the expected form (" + notJson.getMessage() + ")", notJson);
        }
    }

    private AdviceBook readBook() throws IOException, AdviceError {
        List<Rule> advice = List.of();
        List<Rule> outlook = List.of();
        json.beginObject();
        while (json.hasNext()) {
            String section = json.nextName();
            switch (section) {
                case "advice" -> advice = rules();
                case "outlook" -> outlook = rules();
                default -> throw error("unknown section '" + section + "'; write advice or outlook");
            }
        }
        json.endObject();
        if (json.peek() != JsonToken.END_DOCUMENT) {
            throw error("something follows the end");
        }
        return new AdviceBook(advice, outlook);
    }

    private List<Rule> rules() throws IOException, AdviceError {
        var rules = new ArrayList<Rule>();
        json.beginArray();
        while (json.hasNext()) {
            rules.add(rule());
        }
        json.endArray();
        return rules;
    }

    private Rule rule() throws IOException, AdviceError {
        String start = at();
        var draft = new RuleDraft();
        json.beginObject();
        while (json.hasNext()) {
            String field = json.nextName();
            String wrong = draft.set(field, values());
            if (wrong != null) {
                throw error(wrong);
            }
        }
        json.endObject();
        String missing = draft.missing();
        if (missing != null) {
            throw new AdviceError(start + missing);
        }
        if (!names.add(draft.name())) {
            throw new AdviceError(start + "there is another rule with the name '" + draft.name() + "'");
        }
        return draft.rule();
    }

    /** One value or an array of them, as text. */
    private List<String> values() throws IOException {
        if (json.peek() != JsonToken.BEGIN_ARRAY) {
            return List.of(value());
        }
        var values = new ArrayList<String>();
        json.beginArray();
        while (json.hasNext()) {
            values.add(value());
        }
        json.endArray();
        return values;
    }

    private String value() throws IOException {
        return json.peek() == JsonToken.BOOLEAN ? Boolean.toString(json.nextBoolean()) : json.nextString();
    }

    private AdviceError error(String what) {
        return new AdviceError(at() + what);
    }

    /** The reader tells where it is in its text form alone: {@code JsonReader at line 3 column 7 path $.advice[0]}. */
    private String at() {
        String where = json.toString();
        int line = where.indexOf("line ");
        int end = where.indexOf(" column");
        return line < 0 || end < line ? "" : where.substring(line, end) + ": ";
    }
}
