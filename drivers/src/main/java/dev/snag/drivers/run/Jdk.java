package dev.snag.drivers.run;

import java.nio.file.Path;

/**
 * An installed JDK.
 *
 * @param feature such as 21
 * @param version as its {@code release} file has it
 */
public record Jdk(int feature, String version, Path home) {
    Path java() {
        return home.resolve("bin").resolve("java");
    }

    @Override
    public String toString() {
        return "JDK " + version;
    }
}
