package dev.snag.drivers.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The machine's own Maven, as a process: it knows the user's mirrors, proxies and repository, and is offline once it has all.
 *
 * @param command the program, and arguments for each call
 */
public record Maven(List<String> command) {
    private static final long LONGEST_MINUTES = 10;

    public Maven {
        command = List.copyOf(command);
    }

    /** Runs it on a POM, and gives its exit status; what it prints goes to {@code log}. */
    int run(Path pom, Path log, List<String> arguments) throws IOException, InterruptedException {
        var all = new ArrayList<>(command);
        all.addAll(List.of("-B", "-ntp", "-f", pom.toString()));
        all.addAll(arguments);
        Process process = new ProcessBuilder(all)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        process.getOutputStream().close();
        if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("Maven had not ended after " + LONGEST_MINUTES + " minutes; see " + log);
        }
        return process.exitValue();
    }
}
