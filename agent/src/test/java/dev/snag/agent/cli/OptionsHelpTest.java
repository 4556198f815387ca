package dev.snag.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.findings.Kind;
import dev.snag.runtime.options.Option;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OptionsHelpTest {

    private static final int WIDTH = 100;

    @ParameterizedTest
    @EnumSource(Option.class)
    void g7_each_option_has_its_default_its_meaning_and_its_other_names(Option option) {
        String text = OptionsHelp.text();
        String of = text.substring(text.indexOf("  " + option.key() + "  (default: "));
        String entry = of.substring(0, of.indexOf("\n\n"));

        assertThat(entry)
                .startsWith("  " + option.key() + "  (default: " + option.defaultText() + ")\n")
                .contains("-D" + option.property() + "=...", option.environment() + "=...");
        assertThat(entry.replaceAll("\\s+", " ")).contains(option.meaning());
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void g7_each_kind_that_may_have_a_threshold_is_named(Kind kind) {
        assertThat(OptionsHelp.text()).contains("max-blocking-time.KIND", kind.name());
    }

    @Test
    void it_reads_well_on_any_terminal() {
        assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(OptionsHelp.text()))
                .isTrue();
        assertThat(OptionsHelp.text().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(WIDTH))
                .noneMatch(line -> line.endsWith(" "));
    }
}
