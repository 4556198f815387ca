package dev.snag.findings.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a whole run makes of a baseline: what is not found any more is taken out, and what is new is taken in only where that
 * was asked for.
 *
 * @param after what the file says then
 * @param gone known snags that were not found
 * @param fresh snags that were not known, in order
 * @param added whether these were taken in
 */
public record BaselineChange(Baseline after, List<BaselineLine> gone, List<BaselineLine> fresh, boolean added) {

    public BaselineChange {
        gone = List.copyOf(gone);
        fresh = List.copyOf(fresh);
    }

    /**
     * The change.
     *
     * @param found each snag of the run that no rule allows
     * @param add whether what is new is taken in
     */
    public static BaselineChange of(Baseline before, Collection<BaselineLine> found, boolean add) {
        Set<String> prints = new HashSet<>();
        found.forEach(line -> prints.add(line.fingerprint()));
        List<BaselineLine> gone = before.lines().stream()
                .filter(line -> !prints.contains(line.fingerprint()))
                .toList();
        List<BaselineLine> fresh = found.stream()
                .filter(line -> !before.knows(line.fingerprint()))
                .sorted()
                .toList();
        return new BaselineChange(before.keeping(prints::contains).with(add ? fresh : List.of()), gone, fresh, add);
    }

    /**
     * A line for each snag that comes or goes, and one that sums up.
     *
     * @param file the file's name
     * @param howToAdd how what is new is taken in, as the begin of a sentence
     */
    public List<String> lines(String file, String howToAdd) {
        var lines = new ArrayList<String>();
        gone.forEach(line -> lines.add("- " + line));
        fresh.forEach(line -> lines.add((added ? "+ " : "new, not taken in: ") + line));
        lines.add(file + ": " + snags(after.lines().size()) + ", " + gone.size() + " taken out, "
                + (added ? fresh.size() + " taken in" : fresh.size() + " new (" + howToAdd + " takes them in)"));
        return lines;
    }

    /** {@code 1 snag}, {@code 3 snags}. */
    public static String snags(int count) {
        return count == 1 ? "1 snag" : count + " snags";
    }
}
