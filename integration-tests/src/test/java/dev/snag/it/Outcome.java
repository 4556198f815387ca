package dev.snag.it;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** What became of a forked process. */
record Outcome(
        List<String> command,
        Path folder,
        byte[] stdoutBytes,
        byte[] stderrBytes,
        int status,
        boolean killed,
        Duration took) {

    private static final String PREFIX = "[snag] ";

    String stdout() {
        return new String(stdoutBytes, StandardCharsets.UTF_8);
    }

    String stderr() {
        return new String(stderrBytes, StandardCharsets.UTF_8);
    }

    /** Its standard error without what the agent says of findings. */
    String stderrOfTheProgram() {
        return stderr().lines()
                .filter(line -> !line.startsWith(PREFIX) && !line.equals(PREFIX.strip()))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    /** For the message of an assertion. */
    String described() {
        return "command: " + String.join(" ", command) + "\nstatus: " + status
                + (killed ? " (killed, it did not end)" : "") + "\nartifacts: " + folder + "\nstdout:\n" + stdout()
                + "\nstderr:\n" + stderr();
    }
}
