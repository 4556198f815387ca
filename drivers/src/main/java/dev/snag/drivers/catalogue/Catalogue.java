package dev.snag.drivers.catalogue;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All rows, in the order of the table, and the servers that they need. */
public final class Catalogue {
    /** The files, each a heading of the table. */
    private static final List<String> FILES =
            List.of("databases", "stores", "messages", "embedded", "pools", "http", "logging", "caches");

    private final List<Row> rows = new ArrayList<>();
    private final Map<String, ServerSpec> servers = new LinkedHashMap<>();

    private record Part(String group, List<ServerSpec> servers, List<Library> libraries) {}

    private Catalogue() {}

    /** Reads the files that come with the lab. */
    public static Catalogue shipped() {
        var catalogue = new Catalogue();
        for (String file : FILES) {
            catalogue.add(read("/dev/snag/drivers/rows/" + file + ".json"));
        }
        return catalogue;
    }

    public List<Row> rows() {
        return List.copyOf(rows);
    }

    public Optional<ServerSpec> server(String key) {
        return Optional.ofNullable(servers.get(key));
    }

    /**
     * The rows of that name: one by its key, or all releases of a library by the library's.
     *
     * @throws IllegalArgumentException where there are none, with a line for the user
     */
    public List<Row> named(String name) {
        List<Row> named = rows.stream()
                .filter(row -> row.key().equals(name) || row.library().key().equals(name))
                .toList();
        if (named.isEmpty()) {
            throw new IllegalArgumentException("there is no row '" + name
                    + "'; `list` shows all, and a library's name stands for all its releases");
        }
        return named;
    }

    private void add(Part part) {
        Lists.orEmpty(part.servers()).forEach(server -> servers.put(server.key(), server));
        for (Library library : Lists.orEmpty(part.libraries())) {
            library.releases().forEach(release -> rows.add(new Row(part.group(), library, release)));
        }
    }

    private static Part read(String resource) {
        try (InputStream in = Catalogue.class.getResourceAsStream(resource);
                Reader text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            return new Gson().fromJson(text, Part.class);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + resource, e);
        }
    }
}
