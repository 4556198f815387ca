package dev.snag.agent.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.ToIntFunction;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The commands; exit status 0 is fine, 2 is wrong use. */
@Command(
        name = "java -jar snag.jar",
        description = {
            "Finds what keeps virtual threads on their carriers.",
            "",
            "To watch a program: java -javaagent:snag.jar -jar app.jar",
            ""
        },
        versionProvider = Commands.Version.class,
        subcommands = {Commands.Help.class, DumpCommand.class},
        mixinStandardHelpOptions = true)
public final class Commands implements Runnable, ToIntFunction<String[]> {

    @Spec
    private CommandSpec spec;

    /** Runs one command and returns the exit status. */
    @Override
    public int applyAsInt(String[] arguments) {
        return new CommandLine(this).execute(arguments);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** Help on the commands, and on the agent's options. */
    @Command(name = "help", description = "Help on a command; 'help options' lists the agent's options.")
    static final class Help implements Runnable {

        @Spec
        private CommandSpec spec;

        @CommandLine.Parameters(arity = "0..1", paramLabel = "TOPIC", description = "options")
        private String topic;

        @Override
        public void run() {
            CommandLine whole = spec.commandLine().getParent();
            if (topic == null) {
                whole.usage(whole.getOut());
            } else if (topic.equals("options")) {
                whole.getOut().print(OptionsHelp.text());
                whole.getOut().flush();
            } else {
                throw new ParameterException(
                        spec.commandLine(), "there is no help on '" + topic + "'; try 'help options'");
            }
        }
    }

    /** The version that the jar was built as. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() throws IOException {
            try (InputStream in = Commands.class.getResourceAsStream("version.txt")) {
                return new String[] {"snag " + new String(in.readAllBytes(), StandardCharsets.UTF_8).strip()};
            }
        }
    }
}
