package dev.snag.findings.check;

import dev.snag.findings.Entry;
import dev.snag.findings.Occurrence;
import dev.snag.findings.Verdict;
import dev.snag.findings.policy.BaselineLine;
import dev.snag.findings.policy.Doubts;
import dev.snag.findings.policy.GateResult;
import dev.snag.findings.policy.Policy;
import dev.snag.findings.policy.PolicyAccount;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Judges all that was written below some folders as one run. */
public final class Check {

    private final PolicyAccount account;
    private final Map<String, BaselineLine> found = new LinkedHashMap<>();
    private final List<ReportFile> files = new ArrayList<>();

    private final Witness witness;

    private Check(Policy policy, Witness witness) {
        account = new PolicyAccount(policy);
        this.witness = witness;
    }

    /**
     * Reads and judges.
     *
     * @param roots files, and folders of which each {@code snags.jsonl} in and below is meant
     * @throws IOException where one cannot be read
     */
    public static Checked of(List<Path> roots, Policy policy) throws IOException {
        return of(roots, policy, (jvm, entry) -> {});
    }

    /**
     * Reads and judges, and shows all that is read to a witness; occurrences with their verdict.
     *
     * @param roots files, and folders of which each {@code snags.jsonl} in and below is meant
     * @throws IOException where one cannot be read
     */
    public static Checked of(List<Path> roots, Policy policy, Witness witness) throws IOException {
        var check = new Check(policy, witness);
        for (Path path : FoundFiles.in(roots)) {
            check.files.add(ReportFile.read(path, check::take));
        }
        return check.checked(roots);
    }

    private void take(WatchedJvm jvm, Entry entry) {
        witness.saw(jvm, entry instanceof Occurrence occurrence ? judged(occurrence) : entry);
    }

    private Occurrence judged(Occurrence occurrence) {
        Verdict verdict = account.add(occurrence).verdict();
        if (verdict != Verdict.ALLOWED_BY_RULE) {
            found.putIfAbsent(occurrence.place().fingerprint(), BaselineLine.of(occurrence));
        }
        return occurrence.withPolicy(verdict);
    }

    private Checked checked(List<Path> roots) {
        var doubts = new ArrayList<String>();
        files.forEach(file -> doubts.addAll(file.doubts()));
        if (files.isEmpty()) {
            doubts.add("there is no snags.jsonl in or below " + roots
                    + ", so nothing was watched; run with report=FOLDER");
        } else if (files.stream().allMatch(file -> file.holds() == 0 && file.occurrences() == 0)) {
            doubts.add(Doubts.NOTHING_RAN);
        }
        return new Checked(
                files.stream().map(Check::said).toList(),
                account,
                GateResult.of(account, doubts),
                doubts,
                found.values());
    }

    private static String said(ReportFile file) {
        return file.path() + ": " + counted(file.jvms(), "JVM") + ", " + counted(file.holds(), "hold") + ", "
                + counted(file.occurrences(), "occurrence")
                + (file.skipped() == 0 ? "" : ", " + counted(file.skipped(), "line") + " skipped");
    }

    private static String counted(long count, String word) {
        return count + " " + word + (count == 1 ? "" : "s");
    }
}
