package dev.snag.runtime.origins;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Makes jars. */
final class JarBytes {

    private final Manifest manifest = new Manifest();
    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    JarBytes() {
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    }

    static JarBytes jar() {
        return new JarBytes();
    }

    JarBytes says(String attribute, String value) {
        manifest.getMainAttributes().putValue(attribute, value);
        return this;
    }

    JarBytes with(String name, byte[] bytes) {
        entries.put(name, bytes);
        return this;
    }

    JarBytes pom(String group, String artifact, String version) {
        String text = "groupId=" + group + "\nartifactId=" + artifact + "\nversion=" + version + "\n";
        return with(
                "META-INF/maven/" + group + "/" + artifact + "/pom.properties", text.getBytes(StandardCharsets.UTF_8));
    }

    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new JarOutputStream(bytes, manifest)) {
            for (var entry : entries.entrySet()) {
                out.putNextEntry(new JarEntry(entry.getKey()));
                out.write(entry.getValue());
                out.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    Path in(Path folder, String name) throws IOException {
        return Files.write(folder.resolve(name), bytes());
    }
}
