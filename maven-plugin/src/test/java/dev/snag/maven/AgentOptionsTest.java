package dev.snag.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgentOptionsTest {

    private static final File JAR = new File("/m2/snag.jar");

    @Test
    void options_stand_in_the_order_in_which_they_were_set() {
        assertThat(new AgentOptions()
                        .set("profile", "test")
                        .set("strict", "none")
                        .argument(JAR))
                .isEqualTo("-javaagent:" + JAR.getAbsolutePath() + "=profile=test,strict=none");
    }

    @Test
    void what_was_not_set_is_left_out() {
        assertThat(new AgentOptions()
                        .set("profile", "test")
                        .set("strict", (String) null)
                        .set("exclude", " ")
                        .set("allow", (File) null)
                        .argument(JAR))
                .endsWith("=profile=test");
    }

    @Test
    void a_comma_within_a_value_does_not_end_it() {
        assertThat(new AgentOptions().set("report", new File("/a,b/c")).argument(JAR))
                .endsWith("=report=" + new File("/a,b/c").getAbsolutePath().replace(",", "\\,"))
                .contains("a\\,b");
    }

    @Test
    void paths_become_absolute() {
        assertThat(new AgentOptions().set("report", new File("target/snag")).argument(new File("snag.jar")))
                .isEqualTo("-javaagent:" + new File("snag.jar").getAbsolutePath() + "=report="
                        + new File("target/snag").getAbsolutePath());
    }

    @Test
    void options_by_their_own_names_win() {
        assertThat(new AgentOptions()
                        .set("profile", "test")
                        .setAll(Map.of("profile", "ci"))
                        .argument(JAR))
                .endsWith("=profile=ci");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "com.acme|com.acme",
                "com.acme:org.x|com.acme:org.x",
                "com.acme, org.x|com.acme:org.x",
                "com.acme org.x|com.acme:org.x"
            })
    void lists_may_be_written_with_commas_or_colons(String written, String list) {
        assertThat(AgentOptions.list(written)).isEqualTo(list);
    }
}
