package dev.snag.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.snag.findings.Kind;
import dev.snag.findings.policy.AllowRules;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

class TestRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
    private static final String TEST = "com.acme.CacheTest.loads";

    @NoBlocking(maxBlockingTime = "50ms", kinds = Kind.CPU, strict = true)
    @AllowBlocking(
            kinds = {Kind.PINNED, Kind.MONITOR},
            frames = {"com.acme.*", "any:org.legacy.*"},
            reason = "it is\n being replaced")
    @ExpectBlocking(kind = Kind.CPU)
    private static final class Annotated {}

    @NoBlocking(maxBlockingTime = "1s")
    @AllowBlocking(reason = "all of it")
    @ExpectBlocking(kind = Kind.CPU, atMost = 9)
    @ExpectBlocking(kind = Kind.PINNED)
    private static final class Around {}

    @AllowBlocking(reason = " ")
    private static final class NoReason {}

    @AllowBlocking(reason = "until then", until = "2026-11-27")
    private static final class LastDay {}

    @AllowBlocking(reason = "until then", until = "tomorrow")
    private static final class NoDate {}

    private static TestRules of(Class<?>... nearestFirst) {
        return TestRules.of(
                List.of(nearestFirst).stream()
                        .flatMap(type -> List.of(type.getAnnotationsByType(NoBlocking.class)).stream())
                        .toList(),
                List.of(nearestFirst).stream()
                        .flatMap(type -> List.of(type.getAnnotationsByType(AllowBlocking.class)).stream())
                        .toList(),
                List.of(nearestFirst).stream()
                        .flatMap(type -> List.of(type.getAnnotationsByType(ExpectBlocking.class)).stream())
                        .toList());
    }

    @Test
    void without_annotations_there_is_neither_a_threshold_nor_a_rule() {
        assertThat(of().forAgent(TEST, TODAY)).containsOnlyKeys("allow").containsEntry("allow", "");
    }

    @Test
    void what_is_allowed_and_what_is_expected_are_rules_as_a_file_has_them() throws Exception {
        String rules = of(Annotated.class).forAgent(TEST, TODAY).get("allow");

        assertThat(rules.lines())
                .containsExactly(
                        "PINNED com.acme.* because it is being replaced",
                        "MONITOR com.acme.* because it is being replaced",
                        "PINNED any:org.legacy.* because it is being replaced",
                        "MONITOR any:org.legacy.* because it is being replaced",
                        "CPU * because " + TEST + " expects it");
        assertThat(AllowRules.parse(TEST, rules).rules()).hasSize(5);
    }

    @Test
    void without_kinds_and_frames_all_is_allowed() {
        assertThat(of(Around.class).forAgent(TEST, TODAY).get("allow")).startsWith("* * because all of it");
    }

    @Test
    void the_nearest_says_what_counts_and_what_is_allowed_adds_up() {
        TestRules rules = of(Annotated.class, Around.class);

        assertThat(rules.most()).isEqualTo("50ms");
        assertThat(rules.kinds()).containsExactly(Kind.CPU);
        assertThat(rules.strict()).isTrue();
        assertThat(rules.allowed()).hasSize(2);
        assertThat(rules.expected().get(Kind.CPU).atMost()).isEqualTo(Integer.MAX_VALUE);
        assertThat(rules.expected()).containsKey(Kind.PINNED);
    }

    @Test
    void a_reason_is_asked_for() {
        assertThatThrownBy(() -> of(NoReason.class).forAgent(TEST, TODAY))
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessageContaining("gives no reason");
    }

    @Test
    void until_is_the_last_day_and_one_that_has_passed_is_told() {
        TestRules rules = of(LastDay.class);

        assertThat(rules.forAgent(TEST, TODAY).get("allow")).isEqualTo("* * because until then");
        assertThat(rules.expired(TODAY)).isEmpty();
        assertThat(rules.forAgent(TEST, TODAY.plusDays(1)).get("allow")).isEmpty();
        assertThat(rules.expired(TODAY.plusDays(1))).singleElement().asString().contains("until then", "2026-11-27");
    }

    @Test
    void what_is_no_date_is_refused() {
        assertThatThrownBy(() -> of(NoDate.class).forAgent(TEST, TODAY))
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessageContaining("until=\"tomorrow\"");
    }
}
