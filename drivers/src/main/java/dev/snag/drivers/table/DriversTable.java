package dev.snag.drivers.table;

import dev.snag.drivers.catalogue.Catalogue;
import dev.snag.drivers.catalogue.Library;
import dev.snag.drivers.catalogue.Row;
import dev.snag.drivers.result.Evidence;
import dev.snag.drivers.result.Outcome;
import dev.snag.drivers.result.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The page {@code docs/drivers.md}. */
public final class DriversTable {
    /** The JDKs that have a column. */
    public static final List<Integer> JDKS = List.of(21, 25, 27);

    private static final Set<String> WAITED = Set.of("PINNED", "MONITOR", "CLASS_INIT_WAIT");

    private final Catalogue catalogue;
    private final Map<String, Outcome> outcomes = new LinkedHashMap<>();
    private final StringBuilder page = new StringBuilder();

    private DriversTable(Catalogue catalogue, Collection<Outcome> outcomes) {
        this.catalogue = catalogue;
        outcomes.forEach(outcome -> this.outcomes.put(outcome.row() + " " + outcome.jdk(), outcome));
    }

    /** The whole page. */
    public static String of(Catalogue catalogue, Collection<Outcome> outcomes) {
        var table = new DriversTable(catalogue, outcomes);
        table.writeHead();
        table.writeGroups();
        table.writeColdStarts();
        table.writeConditions();
        table.writeLeftOut();
        return table.page.toString();
    }

    private void writeHead() {
        page.append("""
                <!-- Made by the lab (drivers/README.md) from drivers.json. Do not edit: run the row again. -->
                # Is my stack friendly?

                Drivers, pools and clients on virtual threads, each against its real server, as [Snag](../README.md) found them. Every
                verdict is from a run of the lab in this repository and made by a rule; none was written by hand. How it is measured, and how
                to run a row again: [drivers/README.md](../drivers/README.md). The same as data: [drivers.json](drivers.json).

                | verdict | what was found, with two carriers |
                |---|---|
                | friendly | nothing: who waited was unmounted |
                | warns | no carrier was lost: the JDK added one, or it computed, or loaded classes |
                | **blocks** | a carrier was held for over 100 ms by somebody who waited |
                | **stands still** | a phase never ended: those who waited kept all carriers from the one they waited for |

                The cold start (class loading, first connections) makes no verdict; it has a section of its own below. "Others" is how long a
                virtual thread that had nothing to do with it had to wait for a carrier at most.

                """);
    }

    private void writeGroups() {
        var groups = new LinkedHashMap<String, Set<Library>>();
        catalogue
                .rows()
                .forEach(row -> groups.computeIfAbsent(row.group(), group -> new LinkedHashSet<>())
                        .add(row.library()));
        groups.forEach((group, libraries) -> {
            page.append("## ").append(group).append("\n\n");
            page.append("| library | release |");
            JDKS.forEach(jdk -> page.append(" JDK ").append(jdk).append(" |"));
            page.append(" what was found | what mends it |\n|---|---|---|---|---|---|---|\n");
            libraries.forEach(this::writeLibrary);
            page.append('\n');
            writeNotes(libraries);
        });
    }

    private void writeLibrary(Library library) {
        for (Row row : rows(library)) {
            page.append("| ").append(library.title()).append(" | ");
            page.append(row.version().isEmpty() ? "the JDK's" : row.version()).append(" |");
            JDKS.forEach(jdk -> page.append(' ').append(cell(row, jdk)).append(" |"));
            page.append(' ').append(found(row)).append(" | ");
            page.append(mends(row)).append(" |\n");
        }
    }

    private void writeNotes(Set<Library> libraries) {
        List<String> notes = libraries.stream()
                .filter(library -> library.note() != null)
                .map(library -> "- " + library.title() + ": " + library.note() + "\n")
                .toList();
        notes.forEach(page::append);
        page.append(notes.isEmpty() ? "" : "\n");
    }

    private String cell(Row row, int jdk) {
        return outcome(row, jdk)
                .map(outcome -> outcome.verdict().compareTo(Verdict.BLOCKS) >= 0
                        ? "**" + outcome.verdict() + "**"
                        : outcome.verdict().toString())
                .orElse("–");
    }

    /** What was found on the oldest JDK on which there is something, and on others where it is something else. */
    private String found(Row row) {
        var said = new LinkedHashMap<String, List<Integer>>();
        for (int jdk : JDKS) {
            outcome(row, jdk)
                    .flatMap(DriversTable::told)
                    .ifPresent(text -> said.computeIfAbsent(text, each -> new ArrayList<>())
                            .add(jdk));
        }
        return said.entrySet().stream()
                .map(entry -> entry.getValue().stream().map(String::valueOf).collect(Collectors.joining(", ")) + ": "
                        + entry.getKey())
                .collect(Collectors.joining("<br>"));
    }

    private static Optional<String> told(Outcome outcome) {
        return outcome.evidence().map(evidence -> {
            var text = new StringBuilder(told(evidence));
            if (!outcome.alsoLostIn().isEmpty()) {
                text.append("; also in `")
                        .append(String.join("`, `", outcome.alsoLostIn()))
                        .append('`');
            }
            if (outcome.othersMs() >= 100) {
                text.append("; others ").append(outcome.othersMs()).append(" ms");
            }
            outcome.failures().ifPresent(failures -> text.append("; ").append(failures));
            return text.toString();
        });
    }

    private static String told(Evidence evidence) {
        return String.format(
                Locale.ROOT,
                "%s in `%s`, %s%.0f ms%s%s",
                evidence.name(),
                evidence.phase(),
                evidence.count() > 1 ? evidence.count() + " times up to " : "",
                evidence.longestMs(),
                evidence.culprit() == null ? "" : ", `" + shortened(evidence.culprit()) + "`",
                evidence.compensated() ? ", a carrier was added" : "");
    }

    /** Without the package, which the library's name tells. */
    private static String shortened(String culprit) {
        String method = culprit.contains(":") ? culprit.substring(0, culprit.indexOf(':')) : culprit;
        int dot = method.lastIndexOf('.');
        int before = dot < 0 ? -1 : method.lastIndexOf('.', dot - 1);
        return culprit.substring(before + 1);
    }

    /** The advice that the agent gave with the finding, of the oldest JDK. */
    private String mends(Row row) {
        return JDKS.stream()
                .flatMap(jdk -> outcome(row, jdk).flatMap(Outcome::evidence).stream())
                .map(Evidence::advice)
                .filter(advice -> advice != null)
                .findFirst()
                .orElse("");
    }

    private void writeColdStarts() {
        page.append("## The cold start\n\n");
        page.append("""
                The first threads to use the library, all at once: who kept a carrier while he waited for a monitor or a class, once. Computing
                and class loading, of which each library has some there, and a busy machine more, are in `drivers.json` alone.

                """);
        var lines = new ArrayList<String>();
        for (Row row : catalogue.rows()) {
            for (int jdk : JDKS) {
                outcome(row, jdk)
                        .flatMap(Outcome::coldStart)
                        .filter(evidence -> WAITED.contains(evidence.kind()))
                        .ifPresent(evidence -> lines.add("| " + row.library().title() + " | " + row.version() + " | "
                                + jdk + " | " + told(evidence) + " |\n"));
            }
        }
        if (lines.isEmpty()) {
            page.append("Nothing.\n\n");
            return;
        }
        page.append("| library | release | JDK | what was found |\n|---|---|---|---|\n");
        lines.forEach(page::append);
        page.append('\n');
    }

    private void writeConditions() {
        page.append("## How and when\n\n");
        List<Outcome> measured =
                outcomes.values().stream().filter(Outcome::isMeasured).toList();
        if (measured.isEmpty()) {
            page.append("Nothing was measured yet.\n\n");
            return;
        }
        page.append("- JDKs: ").append(distinct(measured, Outcome::jdkVersion)).append(".\n");
        page.append("- Servers: ").append(distinct(measured, Outcome::server)).append(".\n");
        page.append("- Machine: ").append(distinct(measured, Outcome::machine)).append("; ");
        page.append("load average ").append(loads(measured)).append("; ");
        page.append("two carriers, threshold 100 ms, Snag ")
                .append(distinct(measured, Outcome::snag))
                .append(".\n");
        String first =
                measured.stream().map(Outcome::measured).min(String::compareTo).orElseThrow();
        String last =
                measured.stream().map(Outcome::measured).max(String::compareTo).orElseThrow();
        double seconds = measured.stream().mapToDouble(Outcome::seconds).sum();
        page.append(String.format(
                Locale.ROOT,
                "- %d runs from %s to %s, %.0f s in all, without the start of the servers. Which when: `drivers.json`.%n",
                measured.size(),
                first,
                last,
                seconds));
        page.append("\n| phases | |\n|---|---|\n");
        page.append(
                "| `connect` | four threads connect to the server at a distance: each of its answers comes 150 ms late |\n");
        page.append("| `read` | four threads ask what takes the server 200 to 300 ms, twice |\n");
        page.append("| `stream` | four threads follow a stream of two answers, each 200 ms late |\n");
        page.append(
                "| `tls` | the same as `read` through TLS; of HTTP clients the first request, to the server at a distance |\n");
        page.append("| `write` | four transactions write the same row; each is kept open for 150 ms. "
                + "Of HTTP clients: four threads send 6 MB each, which the server begins to read after 200 ms |\n");
        page.append("| `exhaust` | eight threads share a pool of two; each keeps what it got for 150 ms, "
                + "or until an answer that takes the server 200 ms |\n");
        page.append("| `grow` | eight threads share a pool of four that has one; to make another takes 300 ms |\n");
        page.append("| `log` | four threads log a line, which takes 200 ms to write |\n");
        page.append("| `file` | sixteen threads log 50 lines each |\n");
        page.append("| `load` | four threads ask for a key each, whose value takes 200 ms to load |\n");
        page.append("| `same` | four threads ask for the same key, whose value takes 200 ms to load |\n\n");
        page.append("What each row does in them: `drivers/src/main/resources/dev/snag/drivers/rows`.\n\n");
    }

    /** How much else ran there; it makes times longer, and no verdict. */
    private static String loads(List<Outcome> outcomes) {
        var loads = outcomes.stream()
                .mapToDouble(Outcome::load)
                .filter(load -> load > 0)
                .summaryStatistics();
        return loads.getCount() == 0
                ? "not known"
                : String.format(Locale.ROOT, "%.1f to %.1f", loads.getMin(), loads.getMax());
    }

    private static String distinct(List<Outcome> outcomes, Function<Outcome, String> what) {
        Set<String> all =
                outcomes.stream().map(what).filter(text -> text != null).collect(Collectors.toCollection(TreeSet::new));
        return all.isEmpty() ? "none" : String.join(", ", all);
    }

    private void writeLeftOut() {
        page.append("## Left out\n\n");
        int before = page.length();
        for (Row row : catalogue.rows()) {
            for (int jdk : JDKS) {
                Outcome outcome = outcomes.get(row.key() + " " + jdk);
                if (outcome == null || !outcome.isMeasured()) {
                    page.append("- ")
                            .append(row.key())
                            .append(" on JDK ")
                            .append(jdk)
                            .append(": ");
                    page.append(outcome == null ? "not run yet" : outcome.failure())
                            .append(".\n");
                }
            }
        }
        if (page.length() == before) {
            page.append("Nothing: each row ran on each JDK.\n");
        }
    }

    private List<Row> rows(Library library) {
        return catalogue.rows().stream().filter(row -> row.library() == library).toList();
    }

    private Optional<Outcome> outcome(Row row, int jdk) {
        return Optional.ofNullable(outcomes.get(row.key() + " " + jdk)).filter(Outcome::isMeasured);
    }
}
