package dev.snag.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {

    private record Outcome(int status, String out, String err) {}

    private static Outcome run(String... arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        var written = new ByteArrayOutputStream();
        var complained = new ByteArrayOutputStream();
        System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
        try {
            int status = new Commands().applyAsInt(arguments);
            return new Outcome(
                    status, written.toString(StandardCharsets.UTF_8), complained.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "help", "--help", "-h"})
    void the_usage_says_how_to_watch_a_program(String argument) {
        Outcome outcome = argument.isEmpty() ? run() : run(argument);

        assertThat(outcome.status()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out())
                .contains("Usage: java -jar snag.jar", "java -javaagent:snag.jar -jar app.jar")
                .contains("help", "'help options' lists the agent's options");
    }

    @Test
    void help_options_prints_the_options_and_nothing_else() {
        Outcome outcome = run("help", "options");

        assertThat(outcome).isEqualTo(new Outcome(0, OptionsHelp.text(), ""));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void each_command_has_help_of_its_own_and_both_ways_to_it_say_the_same(String command) {
        CommandRun asOption = CommandRun.of(command, "--help");

        assertThat(asOption.status()).isZero();
        assertThat(asOption.err()).isEmpty();
        assertThat(asOption.out())
                .startsWith("Usage: java -jar snag.jar " + command)
                .contains("--help");
        assertThat(CommandRun.of("help", command)).isEqualTo(asOption);
    }

    static Set<String> commands() {
        return new Commands().commandLine().getSubcommands().keySet();
    }

    @Test
    void help_on_what_there_is_none_of_is_wrong_use() {
        Outcome outcome = run("help", "me");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).startsWith("there is no help on 'me'; try 'help', or 'help options'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"chekc", "--verbose", "options"})
    void an_unknown_command_or_option_is_wrong_use(String argument) {
        Outcome outcome = run(argument);

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("'" + argument + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "-V"})
    void the_version_is_the_one_that_the_jar_was_built_as(String argument) {
        Outcome outcome = run(argument);

        assertThat(outcome.status()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out().strip()).matches("snag \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
    }
}
