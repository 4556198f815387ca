package dev.snag.findings.jsonl;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of a JSON object that nobody vouches for: a field of another type than expected counts as absent. */
final class JsonFields {

    private final JsonObject json;

    private JsonFields(JsonObject json) {
        this.json = json;
    }

    /**
     * Parses one line.
     *
     * @throws UnusableLine where it is anything but one JSON object
     */
    static JsonFields parse(String line) throws UnusableLine {
        var reader = new JsonReader(new StringReader(line));
        reader.setStrictness(Strictness.STRICT);
        try {
            JsonElement element = JsonParser.parseReader(reader);
            if (element.isJsonObject() && reader.peek() == JsonToken.END_DOCUMENT) {
                return new JsonFields(element.getAsJsonObject());
            }
        } catch (JsonParseException | IOException | NumberFormatException damaged) {
            throw UnusableLine.damage();
        }
        throw UnusableLine.damage();
    }

    /** Null where absent. */
    String text(String field) {
        JsonPrimitive value = primitive(json.get(field));
        return value != null && value.isString() ? value.getAsString() : null;
    }

    boolean flag(String field) {
        JsonPrimitive value = primitive(json.get(field));
        return value != null && value.isBoolean() && value.getAsBoolean();
    }

    Optional<Long> integer(String field) {
        try {
            return numeral(field).map(Long::valueOf);
        } catch (NumberFormatException tooLargeOrFraction) {
            return Optional.empty();
        }
    }

    Optional<Double> decimal(String field) {
        return numeral(field).map(Double::valueOf).filter(Double::isFinite);
    }

    /** Null where absent. */
    JsonFields object(String field) {
        JsonElement value = json.get(field);
        return value != null && value.isJsonObject() ? new JsonFields(value.getAsJsonObject()) : null;
    }

    /** The objects of an array; what is none is left out. */
    List<JsonFields> objects(String field) {
        var objects = new ArrayList<JsonFields>();
        for (JsonElement element : elements(field)) {
            if (element.isJsonObject()) {
                objects.add(new JsonFields(element.getAsJsonObject()));
            }
        }
        return objects;
    }

    /** The strings of an array; what is none is left out. */
    List<String> texts(String field) {
        var texts = new ArrayList<String>();
        for (JsonElement element : elements(field)) {
            JsonPrimitive value = primitive(element);
            if (value != null && value.isString()) {
                texts.add(value.getAsString());
            }
        }
        return texts;
    }

    /** The string fields of an object, in their order. */
    Map<String, String> textsByName(String field) {
        var texts = new LinkedHashMap<String, String>();
        JsonFields fields = object(field);
        if (fields != null) {
            for (String name : fields.names()) {
                if (fields.text(name) != null) {
                    texts.put(name, fields.text(name));
                }
            }
        }
        return texts;
    }

    /** The whole numbers of an object, in their order. */
    Map<String, Long> integersByName(String field) {
        var integers = new LinkedHashMap<String, Long>();
        JsonFields fields = object(field);
        if (fields != null) {
            for (String name : fields.names()) {
                fields.integer(name).ifPresent(value -> integers.put(name, value));
            }
        }
        return integers;
    }

    Iterable<String> names() {
        return json.keySet();
    }

    private Optional<String> numeral(String field) {
        JsonPrimitive value = primitive(json.get(field));
        return value != null && value.isNumber() ? Optional.of(value.getAsString()) : Optional.empty();
    }

    private Iterable<JsonElement> elements(String field) {
        JsonElement value = json.get(field);
        return value != null && value.isJsonArray() ? value.getAsJsonArray() : List.of();
    }

    private static JsonPrimitive primitive(JsonElement value) {
        return value != null && value.isJsonPrimitive() ? value.getAsJsonPrimitive() : null;
    }
}
