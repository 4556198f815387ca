package dev.snag.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JvmArgumentsTest {

    private static final String AGENT = "-javaagent:/m2/snag.jar=profile=test";

    private static String with(String before) {
        return JvmArguments.parse(before).withAgent(AGENT).toString();
    }

    @Test
    void the_agent_is_all_where_there_was_nothing() {
        assertThat(with(null)).isEqualTo(AGENT);
        assertThat(with("  ")).isEqualTo(AGENT);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "-Xmx1g",
                "-javaagent:/m2/jacoco.jar=destfile=/x/jacoco.exec -Xmx1g",
                "\"-javaagent:/my m2/jacoco.jar=destfile=/x/jacoco.exec\"",
                "-Dname='two words' -Xmx1g",
                "-javaagent:/m2/snag.jar.other=a=b"
            })
    void what_others_have_set_stays_as_it_was_behind_it(String others) {
        assertThat(with(others)).isEqualTo(AGENT + " " + others);
    }

    @Test
    void one_of_ours_is_replaced_and_not_doubled() {
        assertThat(with("-Xmx1g -javaagent:/m2/snag.jar=profile=ci,report=/x -ea"))
                .isEqualTo(AGENT + " -Xmx1g -ea");
    }

    @Test
    void one_of_ours_with_blanks_is_replaced_too() {
        String blank = "-javaagent:/my m2/snag.jar=report=/a b";
        String once = JvmArguments.parse(null).withAgent(blank).toString();

        assertThat(once).isEqualTo("\"" + blank + "\"");
        assertThat(JvmArguments.parse(once + " -ea").withAgent(blank)).hasToString(once + " -ea");
    }

    @Test
    void what_has_double_quotes_is_put_in_single_ones() {
        assertThat(JvmArguments.parse(null).withAgent("-javaagent:a.jar=report=say \"it\""))
                .hasToString("'-javaagent:a.jar=report=say \"it\"'");
    }

    @Test
    void both_quotes_at_once_are_refused() {
        JvmArguments none = JvmArguments.parse(null);

        assertThatThrownBy(() -> none.withAgent("-javaagent:a.jar=report=it's \"it\""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("both kinds of quotes");
    }

    @Test
    void a_property_is_set_once_and_the_users_own_wins() {
        assertThat(JvmArguments.parse("-ea").withProperty("a.b", "true")).hasToString("-ea -Da.b=true");
        assertThat(JvmArguments.parse("-Da.b=false").withProperty("a.b", "true"))
                .hasToString("-Da.b=false");
    }
}
