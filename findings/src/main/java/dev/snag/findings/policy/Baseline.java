package dev.snag.findings.policy;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The snags that are known: a file of one line each, in order, made to be read in a diff. It only ever shrinks by itself. */
public final class Baseline {

    /** No snag is known. */
    public static final Baseline NONE = new Baseline(List.of());

    private static final String MAGIC = "# snag baseline ";
    private static final String VERSION = "1";
    private static final String EXPLANATION =
            "# Known snags, which do not fail the build. Written by 'java -jar snag.jar baseline'; edits are not kept.";

    private final Map<String, BaselineLine> lines = new LinkedHashMap<>();
    private final Set<String> fingerprints;

    private Baseline(Collection<BaselineLine> lines) {
        for (BaselineLine line : new TreeSet<>(lines)) {
            this.lines.putIfAbsent(line.fingerprint(), line);
        }
        fingerprints = new HashSet<>(this.lines.keySet());
    }

    /** Of these snags; one line for each fingerprint. */
    public static Baseline of(Collection<BaselineLine> lines) {
        return new Baseline(lines);
    }

    /**
     * Reads the text of a file.
     *
     * @param source the file's name, for messages
     * @throws PolicyError where it is not a baseline of this version, or a line is none
     */
    public static Baseline parse(String source, String text) throws PolicyError {
        List<String> all = text.lines().toList();
        var lines = new TreeSet<BaselineLine>();
        for (int i = 0; i < all.size(); i++) {
            String line = all.get(i);
            MergeConflict.refuse(source, i + 1, line);
            if (i == 0) {
                checkFirst(source, line);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                lines.add(line(source, i + 1, line));
            }
        }
        if (all.isEmpty()) {
            checkFirst(source, "");
        }
        return new Baseline(lines);
    }

    private static void checkFirst(String source, String line) throws PolicyError {
        if (!line.startsWith(MAGIC)) {
            throw PolicyError.at(
                    source,
                    1,
                    "this is not a baseline of Snag, whose first line is '" + MAGIC + VERSION + "'",
                    "name another file, or write one with 'java -jar snag.jar baseline --write'");
        }
        String version = line.substring(MAGIC.length()).strip();
        if (!version.equals(VERSION)) {
            throw PolicyError.at(
                    source,
                    1,
                    "this is a baseline of version '" + version + "', and this Snag reads version " + VERSION,
                    "use the Snag that wrote it, or write it anew");
        }
    }

    private static BaselineLine line(String source, int number, String line) throws PolicyError {
        try {
            return BaselineLine.parse(line);
        } catch (IllegalArgumentException e) {
            throw new PolicyError(source + ", line " + number + ": " + e.getMessage());
        }
    }

    /** Whether a snag is known. */
    public boolean knows(String fingerprint) {
        return fingerprints.contains(fingerprint);
    }

    /** In the order of the file. */
    public List<BaselineLine> lines() {
        return List.copyOf(lines.values());
    }

    /** Without what is not found any more. */
    public Baseline keeping(Predicate<String> found) {
        return new Baseline(lines.values().stream()
                .filter(line -> found.test(line.fingerprint()))
                .toList());
    }

    /** With these as well; a line that is there already stays as it is. */
    public Baseline with(Collection<BaselineLine> more) {
        var all = new LinkedHashMap<>(lines);
        more.forEach(line -> all.putIfAbsent(line.fingerprint(), line));
        return new Baseline(all.values());
    }

    /** The text of the file. */
    public String text() {
        var text = new StringJoiner("\n", "", "\n").add(MAGIC + VERSION).add(EXPLANATION);
        lines.values().forEach(line -> text.add(line.toString()));
        return text.toString();
    }
}
