package dev.snag.benchmarks.fork;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** The build folder that this program lies in, as a jar or as classes. */
public final class BuildFolder {

    private BuildFolder() {}

    /** {@code benchmarks/target} of the checkout that this program was built in. */
    public static Path path() {
        try {
            return Path.of(BuildFolder.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toAbsolutePath()
                    .getParent();
        } catch (URISyntaxException e) {
            throw new BenchmarkFailed("Cannot tell where this program lies", e);
        }
    }

    /** A file or folder of the checkout. */
    public static Path checkout(String path) {
        return path().resolve("../..").resolve(path).normalize();
    }
}
