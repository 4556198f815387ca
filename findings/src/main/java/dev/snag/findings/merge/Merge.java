package dev.snag.findings.merge;

import dev.snag.findings.Start;
import dev.snag.findings.check.Check;
import dev.snag.findings.check.Checked;
import dev.snag.findings.check.FoundFiles;
import dev.snag.findings.check.WatchedJvm;
import dev.snag.findings.jsonl.JsonlWriter;
import dev.snag.findings.policy.AllowRules;
import dev.snag.findings.policy.Baseline;
import dev.snag.findings.policy.FailOn;
import dev.snag.findings.policy.Policy;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * The lines of many reports in one file, JVM after JVM.
 *
 * <p>Every line is copied as it is, a damaged one and one of a later version too: what was doubtful about a report stays
 * doubtful, and a gate over the whole fails where one over the parts would.
 *
 * @param read a line about each file
 * @param doubts why not all may have been seen; the same as of the parts
 * @param twice JVMs that are in more than one of the files, as sentences; nothing was written where there are any
 */
public record Merge(List<String> read, List<String> doubts, List<String> twice) {

    public Merge {
        read = List.copyOf(read);
        doubts = List.copyOf(doubts);
        twice = List.copyOf(twice);
    }

    /**
     * Writes all that is found below some folders to one file, which is there either as a whole or not at all.
     *
     * @throws IOException where something cannot be read or written
     */
    public static Merge of(List<Path> roots, Path target) throws IOException {
        var jvms = new HashMap<String, WatchedJvm>();
        var twice = new ArrayList<String>();
        Checked checked = Check.of(roots, judgingNothing(), (jvm, entry) -> {
            if (entry instanceof Start start) {
                WatchedJvm other = jvms.putIfAbsent(JsonlWriter.line(start), jvm);
                if (other != null) {
                    twice.add("JVM " + start.pid() + ", started at " + start.time() + ", is in " + other.file()
                            + " and in " + jvm.file());
                }
            }
        });
        if (twice.isEmpty() && !checked.read().isEmpty()) {
            write(FoundFiles.in(roots), target);
        }
        return new Merge(checked.read(), checked.doubts(), twice);
    }

    private static Policy judgingNothing() {
        return new Policy(AllowRules.NONE, Baseline.NONE, FailOn.NONE, List.of(), LocalDate.EPOCH);
    }

    private static void write(List<Path> files, Path target) throws IOException {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
            for (Path file : files) {
                append(file, out);
            }
        }
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }

    /** A last line that ends in its middle is ended, so that the next file's first one stays whole. */
    private static void append(Path file, OutputStream out) throws IOException {
        var buffer = new byte[64 * 1024];
        int last = '\n';
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
                out.write(buffer, 0, n);
                last = buffer[n - 1];
            }
        }
        if (last != '\n') {
            out.write('\n');
        }
    }
}
