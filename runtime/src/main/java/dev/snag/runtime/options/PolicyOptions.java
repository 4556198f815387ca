package dev.snag.runtime.options;

import dev.snag.findings.policy.AllowRules;
import dev.snag.findings.policy.Baseline;
import dev.snag.findings.policy.FailOn;
import dev.snag.findings.policy.PolicyError;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The options {@code allow}, {@code baseline} and {@code fail-on}, with what stands in their files. */
public record PolicyOptions(AllowRules allow, Baseline baseline, FailOn failOn) {

    static PolicyOptions read(Settings settings, Profile profile, File folder) {
        File allow = file(settings, Option.ALLOW, folder);
        File baseline = file(settings, Option.BASELINE, folder);
        try {
            return new PolicyOptions(
                    allow == null
                            ? AllowRules.NONE
                            : AllowRules.parse(allow.getPath(), text(settings, Option.ALLOW, allow)),
                    baseline == null
                            ? Baseline.NONE
                            : Baseline.parse(baseline.getPath(), text(settings, Option.BASELINE, baseline)),
                    failOn(settings, profile));
        } catch (PolicyError e) {
            throw new OptionError(e.getMessage());
        }
    }

    private static FailOn failOn(Settings settings, Profile profile) throws PolicyError {
        if (settings.get(Option.FAIL_ON.key()) == null) {
            return profile.gates() ? FailOn.parse("new") : FailOn.NONE;
        }
        try {
            return FailOn.parse(settings.text(Option.FAIL_ON));
        } catch (PolicyError e) {
            throw Options.bad(settings, Option.FAIL_ON.key(), e.getMessage());
        }
    }

    private static File file(Settings settings, Option option, File folder) {
        String text = settings.text(option);
        return text.equals(option.defaultText()) ? null : Options.in(folder, text);
    }

    private static String text(Settings settings, Option option, File file) {
        try (InputStream in = new FileInputStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new OptionError("cannot read the file of " + option.key() + ", " + file + " (named in "
                    + settings.get(option.key()).where() + "): " + (file.exists() ? e.getMessage() : "it is not there")
                    + "; name another file or take " + option.key() + "= away");
        }
    }
}
