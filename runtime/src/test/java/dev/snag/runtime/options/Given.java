package dev.snag.runtime.options;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The places where an option may be set, each as a test wants it. */
final class Given {

    private final Map<String, String> properties = new HashMap<>();
    private final Map<String, String> environment = new HashMap<>();
    private String argument;
    private File folder = new File("no-such-folder");

    static Given nothing() {
        return new Given();
    }

    Given argument(String text) {
        argument = text;
        return this;
    }

    Given property(String name, String value) {
        properties.put(name, value);
        return this;
    }

    Given environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Given folder(Path path) {
        folder = path.toFile();
        return this;
    }

    /** The file that is read where none is named. */
    Given file(Path path, String text) throws IOException {
        Files.writeString(path.resolve("snag.properties"), text);
        return folder(path);
    }

    Options read() {
        return Options.read(argument, properties, environment, folder);
    }

    void isRefusedWith(String message) {
        assertThatThrownBy(this::read).isInstanceOf(OptionError.class).hasMessage(message);
    }
}
