package dev.snag.drivers.server;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Programs out of Debian's packages, unpacked into a folder: nothing is installed, and nothing of the machine changes. */
final class DebianPackages {
    private static final int LONGEST_SECONDS = 120;

    private final Path root;

    private DebianPackages(Path root) {
        this.root = root;
    }

    /**
     * Fetches and unpacks them, once.
     *
     * @throws ServerAbsent where this is no Debian, or they cannot be had
     */
    static DebianPackages unpacked(Path folder, List<String> packages)
            throws ServerAbsent, IOException, InterruptedException {
        var unpacked = new DebianPackages(folder.resolve("root"));
        Path complete = folder.resolve("complete.txt");
        if (Files.isRegularFile(complete) && Files.readString(complete).equals(packages.toString())) {
            return unpacked;
        }
        Path debs = Files.createDirectories(folder.resolve("debs"));
        fetch(debs, packages, folder.resolve("apt.txt"));
        for (Path deb : unpackable(debs)) {
            int status = run(
                    List.of("dpkg-deb", "-x", deb.toString(), unpacked.root.toString()),
                    debs,
                    folder.resolve("dpkg.txt"));
            if (status != 0) {
                throw new IOException("dpkg-deb could not unpack " + deb + "; see " + folder.resolve("dpkg.txt"));
            }
        }
        Files.writeString(complete, packages.toString());
        return unpacked;
    }

    /** Where they were unpacked, instead of at the root of the machine. */
    Path root() {
        return root;
    }

    /** A program of theirs, to be started, which finds their libraries. */
    ProcessBuilder process(String program, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(root.resolve(program).toString());
        command.addAll(arguments);
        var builder = new ProcessBuilder(command);
        builder.environment().put("LD_LIBRARY_PATH", libraries());
        builder.environment()
                .merge("PATH", root.resolve("usr/bin").toString(), (old, own) -> own + File.pathSeparator + old);
        return builder;
    }

    /** Runs a program of theirs and waits for it. */
    void runToEnd(Path log, String program, String... arguments) throws IOException, InterruptedException {
        Process process = process(program, List.of(arguments))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException(program + " has failed; see " + log);
        }
    }

    private String libraries() {
        var folders = new ArrayList<String>();
        for (String lib : List.of("usr/lib", "lib")) {
            Path parent = root.resolve(lib);
            if (Files.isDirectory(parent)) {
                try (Stream<Path> children = Files.list(parent)) {
                    children.filter(child -> child.getFileName().toString().endsWith("-linux-gnu"))
                            .forEach(child -> folders.add(child.toString()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return String.join(File.pathSeparator, folders);
    }

    private static void fetch(Path folder, List<String> packages, Path log)
            throws ServerAbsent, IOException, InterruptedException {
        var command = new ArrayList<>(List.of("apt-get", "-q", "-o", "APT::Sandbox::User=root", "download"));
        command.addAll(packages);
        try {
            if (run(command, folder, log) != 0) {
                throw new ServerAbsent("apt-get could not fetch " + String.join(", ", packages)
                        + "; `apt-get update` may help; see " + log);
            }
        } catch (IOException noProgram) {
            throw new ServerAbsent(
                    "there is no apt-get here to fetch Debian's packages with (" + noProgram.getMessage() + ")");
        }
    }

    private static List<Path> unpackable(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".deb"))
                    .sorted()
                    .toList();
        }
    }

    private static int run(List<String> command, Path folder, Path log) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(command.getFirst() + " had not ended after " + LONGEST_SECONDS + " s; see " + log);
        }
        return process.exitValue();
    }
}
