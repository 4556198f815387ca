package dev.snag.runtime.ledger;

import java.io.File;
import java.io.IOException;

/** Makes folders with {@code java.io}: the application may not have chosen its default file system yet. */
final class Folders {

    private Folders() {}

    /**
     * Makes the folder and those above it, where they are not there.
     *
     * @throws IOException where one cannot be made, and which
     */
    static void create(File folder) throws IOException {
        // Another JVM may make it in the same moment, so it is the outcome that counts.
        if (!folder.mkdirs() && !folder.isDirectory()) {
            throw new IOException(
                    folder.exists() ? folder + " is a file, not a folder" : "the folder " + folder + " cannot be made");
        }
    }
}
