package dev.snag.benchmarks.report;

import com.google.gson.GsonBuilder;
import dev.snag.benchmarks.fork.BenchmarkFailed;
import dev.snag.benchmarks.fork.Machine;
import dev.snag.jdks.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one benchmark found, on its way to the screen and to its two files. */
public final class Results {
    /** The first line of a fragment that is too short a run to be quoted. */
    static final String QUICK = "> A quick run, to see that the benchmark works. Not for quoting.";

    private final String benchmark;
    private final boolean quick;
    private final List<Jdk> jdks;
    private final Instant time = Instant.now();
    private final Machine machine = Machine.thisOne();
    private final List<Table> tables = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Map<String, Object> raw = new LinkedHashMap<>();

    public Results(String benchmark, boolean quick, List<Jdk> jdks) {
        this.benchmark = benchmark;
        this.quick = quick;
        this.jdks = jdks;
    }

    public void add(Table table) {
        tables.add(table);
    }

    /** Adds a sentence that belongs under the tables. */
    public void note(String sentence) {
        if (!notes.contains(sentence)) {
            notes.add(sentence);
        }
    }

    /** Keeps the numbers behind a table, for the JSON file only. */
    public void raw(String name, Object values) {
        raw.put(name, values);
    }

    public String markdown() {
        StringBuilder text = new StringBuilder();
        if (quick) {
            text.append(QUICK).append("\n\n");
        }
        for (Table table : tables) {
            text.append(table.markdown()).append("\n");
        }
        notes.forEach(note -> text.append("- ").append(note).append("\n"));
        text.append("- Measured ").append(time.toString(), 0, 10).append(" on ").append(machine.sentence(jdks));
        return text.append("\n").toString();
    }

    /** Prints the tables and writes {@code NAME.md} and {@code NAME.json} into {@code folder}. */
    public void publish(Path folder) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("benchmark", benchmark);
        all.put("time", time.toString());
        all.put("quick", quick);
        all.put("machine", machine);
        all.put("jdks", jdks.stream().map(Jdk::build).toList());
        all.put("tables", tables);
        all.put("notes", notes);
        all.put("raw", raw);
        String json = new GsonBuilder()
                .setPrettyPrinting()
                .disableHtmlEscaping()
                .serializeSpecialFloatingPointValues()
                .create()
                .toJson(all);
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(benchmark + ".json"), json + "\n");
            Files.writeString(folder.resolve(benchmark + ".md"), markdown());
        } catch (IOException e) {
            throw new BenchmarkFailed("Cannot write the results of " + benchmark + " to " + folder, e);
        }
        System.out.println();
        System.out.println(markdown());
        System.out.println("Written to " + folder.resolve(benchmark + ".md") + " and .json");
    }
}
