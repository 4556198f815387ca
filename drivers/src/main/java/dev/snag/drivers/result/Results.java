package dev.snag.drivers.result;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Outcomes in a file, of each row and JDK the latest: {@code docs/drivers.json}. */
public final class Results {
    private static final Gson GSON =
            new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();

    private final Map<String, Outcome> outcomes = new LinkedHashMap<>();

    private record Document(int format, List<Outcome> outcomes) {}

    /** Reads a file; none is no outcomes. */
    public static Results read(Path file) throws IOException {
        var results = new Results();
        if (Files.isRegularFile(file)) {
            try {
                GSON.fromJson(Files.readString(file), Document.class).outcomes().forEach(results::add);
            } catch (JsonParseException damaged) {
                throw new IOException(file + " is no file of results (" + damaged.getMessage()
                        + "); restore it, or delete it and run all rows again");
            }
        }
        return results;
    }

    /** Puts an outcome in the place of an earlier one of the same row and JDK. One that is worth nothing replaces none. */
    public void add(Outcome outcome) {
        String key = outcome.row() + " " + outcome.jdk();
        Outcome old = outcomes.get(key);
        if (old == null || !old.isMeasured() || outcome.isMeasured()) {
            outcomes.put(key, outcome);
        }
    }

    public Collection<Outcome> all() {
        return List.copyOf(outcomes.values());
    }

    /** Writes them in the order of those rows; others are left out. */
    public void write(Path file, List<String> rows) throws IOException {
        var ordered = new ArrayList<Outcome>();
        for (String row : rows) {
            outcomes.values().stream()
                    .filter(outcome -> outcome.row().equals(row))
                    .sorted(Comparator.comparingInt(Outcome::jdk))
                    .forEach(ordered::add);
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, GSON.toJson(new Document(1, ordered)) + "\n");
    }
}
