package dev.snag.findings.check;

import dev.snag.findings.policy.AllowRules;
import dev.snag.findings.policy.Baseline;
import dev.snag.findings.policy.PolicyError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the files of a policy; null is none. */
public final class PolicyFiles {

    private PolicyFiles() {}

    /**
     * The rules of a file.
     *
     * @throws IOException where it is not there or cannot be read
     * @throws PolicyError where a line is no rule
     */
    public static AllowRules allow(Path file) throws IOException, PolicyError {
        return file == null ? AllowRules.NONE : AllowRules.parse(file.toString(), text(file));
    }

    /**
     * The known snags of a file.
     *
     * @throws IOException where it is not there or cannot be read
     * @throws PolicyError where it is no baseline
     */
    public static Baseline baseline(Path file) throws IOException, PolicyError {
        return file == null ? Baseline.NONE : Baseline.parse(file.toString(), text(file));
    }

    /**
     * Writes known snags.
     *
     * @throws IOException where that cannot be done
     */
    public static void write(Path file, Baseline baseline) throws IOException {
        Files.write(file, baseline.text().getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
