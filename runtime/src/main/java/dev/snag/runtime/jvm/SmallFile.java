package dev.snag.runtime.jvm;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Reads the small files of {@code /proc} with {@code java.io}: they are read often, and {@code java.nio.file} would set up
 * the default file system before the application may have chosen it.
 */
public final class SmallFile {

    private SmallFile() {}

    /** Its one line, or null where it cannot be read. */
    public static String line(String path) {
        try (var in = new FileInputStream(path)) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1).strip();
        } catch (IOException goneOrForbidden) {
            return null; // a thread may end meanwhile; the caller does without
        }
    }

    /** The whole numbers in its one line, or null where it cannot be read or has others. */
    static long[] numbers(String path) {
        String line = line(path);
        if (line == null || line.isEmpty()) {
            return null;
        }
        try {
            String[] fields = line.split(" ");
            var numbers = new long[fields.length];
            for (int i = 0; i < fields.length; i++) {
                numbers[i] = Long.parseLong(fields[i]);
            }
            return numbers;
        } catch (NumberFormatException otherFormat) {
            return null;
        }
    }
}
