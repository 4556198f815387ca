package dev.snag.findings.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;

/** What went wrong with a file, in one line. */
public final class FileTrouble {

    private FileTrouble() {}

    /** Which file, and why. */
    public static String text(IOException trouble) {
        return trouble instanceof FileSystemException file
                ? "cannot read or write " + file.getFile() + ": "
                        + (file.getReason() == null ? file.getClass().getSimpleName() : file.getReason())
                : trouble.toString();
    }

    /** The same for one that came out of a stream. */
    public static String text(UncheckedIOException trouble) {
        return text(trouble.getCause());
    }
}
