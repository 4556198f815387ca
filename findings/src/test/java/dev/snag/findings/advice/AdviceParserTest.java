package dev.snag.findings.advice;

import static dev.snag.findings.advice.Books.pinnedByMonitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AdviceParserTest {

    private static final String RULE = """
            {"advice": [
              {"name": "acme",
               %s
               "say": "Ask Acme.",
               "source": "us"}
            ]}
            """;

    @Test
    void a_rule_of_a_users_own_wins_over_the_shipped_ones() throws Exception {
        AdviceBook own = Books.of(RULE.formatted("\"kinds\": \"PINNED\","));

        assertThat(own.before(Books.shipped()).on(pinnedByMonitor(25, Books.USER)))
                .isEqualTo("Ask Acme.");
    }

    @Test
    void where_no_rule_of_a_users_own_fits_the_shipped_ones_count() throws Exception {
        AdviceBook own = Books.of(RULE.formatted("\"kinds\": [\"CPU\"],"));
        AdviceBook shipped = Books.shipped();

        assertThat(own.before(shipped).on(pinnedByMonitor(21, Books.USER)))
                .isEqualTo(shipped.on(pinnedByMonitor(21, Books.USER)))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"kinds\": \"PINED\"          | 'PINED' is none of [PINNED",
                "\"reasons\": [\"OTHER\"]      | 'OTHER' is none of [MONITOR",
                "\"jdk\": \"new\"              | 'jdk' is 21-23, 24- or 21, not 'new'",
                "\"compensated\": \"perhaps\"  | 'compensated' is true or false",
                "\"jdk\": [\"21\", \"22\"]     | 'jdk' has one value, not several",
                "\"before\": \"latest\"        | 'before' is a version such as 42.6.0, not 'latest'",
                "\"classes\": [\"\"]           | an empty text fits everything",
                "\"class\": \"com.acme\"       | unknown field 'class'; write name, kinds",
                "\"kinds\": {}                 | this is not JSON of the expected form"
            })
    void a_bad_field_is_told_with_its_line(String field, String what) {
        assertThatThrownBy(() -> Books.of(RULE.formatted(field + ",")))
                .isInstanceOf(AdviceError.class)
                .hasMessageStartingWith("line 3: ")
                .hasMessageContaining(what);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"mended\": \"2.0\"                          | needs 'classes'",
                "\"classes\": \"com.acme.\"                   | needs 'mended'",
                "\"classes\": \"com.acme.\", \"mended\": \"2\", \"before\": \"2\" | needs 'artifacts'"
            })
    void a_rule_that_is_not_complete_is_told_with_its_line(String field, String what) {
        assertThatThrownBy(() -> Books.of(RULE.formatted(field + ",")))
                .isInstanceOf(AdviceError.class)
                .hasMessageStartingWith("line 2: the rule 'acme' ")
                .hasMessageContaining(what);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"advice\": 1}", "{\"advise\": []}", "{\"advice\": []", "{} {}", "not JSON"})
    void what_is_no_file_of_rules_is_refused_with_a_line(String text) {
        assertThatThrownBy(() -> Books.of(text)).isInstanceOf(AdviceError.class).hasMessageStartingWith("line 1: ");
    }

    @Test
    void two_rules_of_one_name_are_refused() {
        String rule = "{\"name\": \"a\", \"say\": \"b\", \"source\": \"c\"}";

        assertThatThrownBy(() -> Books.of("{\"advice\": [" + rule + ",\n" + rule + "]}"))
                .hasMessage("line 2: there is another rule with the name 'a'");
    }

    @Test
    void a_sentence_with_a_version_needs_one_without() {
        assertThatThrownBy(() -> Books.of(
                        RULE.formatted("\"classes\": \"com.acme.\", \"artifacts\": \"acme\", \"mended\": \"none\",")
                                .replace("Ask Acme", "Acme {version} blocks")))
                .hasMessageContaining("says {version}, so it needs 'say-unversioned'");
    }
}
