package dev.snag.agent.cli;

import dev.snag.findings.policy.AllowRules;
import dev.snag.findings.policy.Baseline;
import dev.snag.findings.policy.PolicyError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the files of a policy; null is none. */
final class PolicyFiles {

    private PolicyFiles() {}

    static AllowRules allow(Path file) throws IOException, PolicyError {
        return file == null ? AllowRules.NONE : AllowRules.parse(file.toString(), text(file));
    }

    static Baseline baseline(Path file) throws IOException, PolicyError {
        return file == null ? Baseline.NONE : Baseline.parse(file.toString(), text(file));
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
