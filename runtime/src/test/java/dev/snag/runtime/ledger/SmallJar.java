package dev.snag.runtime.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A jar of a few entries. */
final class SmallJar {

    private final Path path;
    private final Manifest manifest = new Manifest();
    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    private SmallJar(Path path) {
        this.path = path;
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    }

    static SmallJar at(Path path) {
        return new SmallJar(path);
    }

    SmallJar manifest(String name, String value) {
        manifest.getMainAttributes().putValue(name, value);
        return this;
    }

    SmallJar entry(String name, String text) {
        return entry(name, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    SmallJar entry(String name, byte[] bytes) {
        entries.put(name, bytes);
        return this;
    }

    /** The class file of a class of these tests. */
    SmallJar with(Class<?> type) throws IOException {
        String name = type.getName().replace('.', '/') + ".class";
        try (var in = type.getClassLoader().getResourceAsStream(name)) {
            return entry(name, in.readAllBytes());
        }
    }

    Path write() throws IOException {
        try (var out = new JarOutputStream(Files.newOutputStream(path), manifest)) {
            for (var entry : entries.entrySet()) {
                out.putNextEntry(new JarEntry(entry.getKey()));
                out.write(entry.getValue());
                out.closeEntry();
            }
        }
        return path;
    }
}
