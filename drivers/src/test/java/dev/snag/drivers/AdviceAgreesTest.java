package dev.snag.drivers;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.snag.drivers.catalogue.Catalogue;
import dev.snag.drivers.catalogue.Library;
import dev.snag.drivers.catalogue.Row;
import dev.snag.drivers.result.Evidence;
import dev.snag.drivers.result.Outcome;
import dev.snag.drivers.result.Results;
import dev.snag.drivers.result.Verdict;
import dev.snag.findings.Cause;
import dev.snag.findings.Kind;
import dev.snag.findings.PinReason;
import dev.snag.findings.advice.AdviceBook;
import dev.snag.findings.advice.Code;
import dev.snag.findings.advice.Situation;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What the agent advises and what the lab has measured are the same: {@code advice.json} and {@code docs/drivers.json}. */
final class AdviceAgreesTest {
    private static final String ADVICE = "/dev/snag/findings/advice/advice.json";
    private static final Path TABLE = Path.of("..", "docs", "drivers.json");
    private static final int JDK = 21;

    private final Catalogue catalogue = Catalogue.shipped();
    private final Results table;
    private final String advice;
    private final AdviceBook book;

    AdviceAgreesTest() throws Exception {
        table = Results.read(TABLE);
        try (Reader text = new InputStreamReader(
                Objects.requireNonNull(AdviceBook.class.getResourceAsStream(ADVICE)), StandardCharsets.UTF_8)) {
            advice = JsonParser.parseReader(text).toString();
        }
        book = AdviceBook.read(new StringReader(advice));
    }

    /** A release that blocks by a monitor, and a later one of the lab that does not. */
    private record Border(Row blocks, Evidence evidence, Row mended) {}

    @Test
    void where_a_newer_release_no_longer_blocks_the_advice_is_to_upgrade_and_ends_with_that_release() {
        assertThat(borders()).isNotEmpty().allSatisfy(border -> {
            String name = border.evidence().culprit();
            String className =
                    name.substring(0, name.lastIndexOf('.', name.contains(":") ? name.indexOf(':') : name.length()));
            assertThat(adviceOn(border.blocks(), className))
                    .as("%s blocks, %s does not", border.blocks(), border.mended())
                    .contains(border.blocks().version())
                    .contains("upgrade");
            assertThat(adviceOn(border.mended(), className))
                    .as("%s blocks, %s does not", border.blocks(), border.mended())
                    .doesNotContain("upgrade");
        });
    }

    @Test
    void where_the_advice_is_to_upgrade_the_releases_before_are_worse_than_those_from_it_on() {
        List<JsonObject> rules = rulesWithARelease();
        assertThat(rules).isNotEmpty().allSatisfy(rule -> {
            List<Verdict> before = new ArrayList<>();
            List<Verdict> after = new ArrayList<>();
            for (Row row : rowsOf(rule)) {
                boolean told = Objects.requireNonNullElse(book.on(situation(rule, row)), "")
                        .contains("upgrade");
                measured(row).ifPresent(outcome -> (told ? before : after).add(outcome.verdict()));
            }
            String name = rule.get("name").getAsString();
            assertThat(after).as("'%s', from %s on", name, rule.get("mended")).isNotEmpty();
            assertThat(before)
                    .as("'%s', before %s, %s from it on", name, rule.get("mended"), after)
                    .allSatisfy(worse -> assertThat(after)
                            .allSatisfy(better ->
                                    assertThat(better).isLessThan(worse).isLessThan(Verdict.BLOCKS)));
        });
    }

    @Test
    void what_loses_carriers_has_advice_of_its_own() {
        List<String> general = general();
        assertThat(general).isNotEmpty();
        assertThat(table.all())
                .filteredOn(AdviceAgreesTest::losesCarriers)
                .isNotEmpty()
                .allSatisfy(outcome -> assertThat(outcome.phases().stream()
                                .filter(phase -> !phase.cold())
                                .flatMap(phase -> phase.found().stream())
                                .map(Evidence::advice)
                                .filter(Objects::nonNull))
                        .as("%s on JDK %s", outcome.row(), outcome.jdk())
                        .anyMatch(advice -> general.stream().noneMatch(advice::startsWith)));
    }

    private List<Border> borders() {
        var borders = new ArrayList<Border>();
        for (Library library :
                catalogue.rows().stream().map(Row::library).distinct().toList()) {
            Row blocks = null;
            for (Row row : catalogue.named(library.key())) {
                Optional<Outcome> outcome = measured(row);
                if (outcome.filter(AdviceAgreesTest::losesCarriers).isPresent()) {
                    blocks = row;
                } else if (outcome.isPresent() && blocks != null) {
                    borders.add(new Border(
                            blocks, measured(blocks).orElseThrow().evidence().orElseThrow(), row));
                    blocks = null;
                }
            }
        }
        return borders;
    }

    private Optional<Outcome> measured(Row row) {
        return table.all().stream()
                .filter(outcome -> outcome.row().equals(row.key()) && outcome.jdk() == JDK && outcome.isMeasured())
                .findFirst();
    }

    private static boolean losesCarriers(Outcome outcome) {
        return outcome.isMeasured() && outcome.verdict().compareTo(Verdict.BLOCKS) >= 0;
    }

    private String adviceOn(Row row, String className) {
        var cause = new Cause(Kind.PINNED, PinReason.MONITOR, null, "LockSupport.park", null, List.of(), Map.of());
        return book.on(new Situation(cause, false, JDK, List.of(code(row, className))));
    }

    /** What the rule is about, in the release of the row. */
    private static Situation situation(JsonObject rule, Row row) {
        Kind kind = Kind.valueOf(strings(rule.get("kinds")).getFirst());
        PinReason reason = kind == Kind.PINNED ? PinReason.MONITOR : null;
        String operation =
                rule.has("operations") ? strings(rule.get("operations")).getFirst() : "LockSupport.park";
        var cause = new Cause(kind, reason, null, operation, null, List.of(), Map.of());
        String className = strings(rule.get("classes")).getFirst() + "X";
        return new Situation(cause, false, JDK, List.of(code(row, className)));
    }

    private static Code code(Row row, String className) {
        String artifact = row.artifact().orElseThrow();
        return new Code(className, artifact.substring(artifact.indexOf(':') + 1), row.version());
    }

    private List<JsonObject> rulesWithARelease() {
        return rules().stream()
                .filter(rule ->
                        rule.has("mended") && !rule.get("mended").getAsString().equals("none"))
                .filter(rule -> !rowsOf(rule).isEmpty())
                .toList();
    }

    private List<Row> rowsOf(JsonObject rule) {
        List<String> artifacts = strings(rule.get("artifacts"));
        return catalogue.rows().stream()
                .filter(row -> row.artifact()
                        .filter(artifact -> artifacts.contains(artifact.substring(artifact.indexOf(':') + 1)))
                        .isPresent())
                .toList();
    }

    /** The sentences that are about no library. */
    private List<String> general() {
        return rules().stream()
                .filter(rule -> !rule.has("classes"))
                .map(rule -> rule.get("say").getAsString())
                .toList();
    }

    private List<JsonObject> rules() {
        JsonArray rules = JsonParser.parseString(advice).getAsJsonObject().getAsJsonArray("advice");
        return StreamSupport.stream(rules.spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    private static List<String> strings(JsonElement array) {
        return array == null
                ? List.of()
                : StreamSupport.stream(array.getAsJsonArray().spliterator(), false)
                        .map(JsonElement::getAsString)
                        .toList();
    }
}
