package dev.snag.agent.cli;

import dev.snag.findings.check.FileTrouble;
import dev.snag.findings.policy.PolicyError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.ToIntFunction;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The commands; exit status 0 is fine, 1 a finding that fails policy, 2 wrong use or unreadable input. */
@Command(
        name = "java -jar snag.jar",
        description = {
            "Finds what keeps virtual threads on their carriers.",
            "",
            "To watch a program: java -javaagent:snag.jar -jar app.jar",
            ""
        },
        versionProvider = Commands.Version.class,
        subcommands = {
            ReportCommand.class,
            CheckCommand.class,
            BaselineCommand.class,
            MergeCommand.class,
            ExplainCommand.class,
            AttachCommand.class,
            DumpCommand.class,
            CompletionCommand.class,
            Commands.Help.class
        },
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands, each with a --help of its own:%n",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:fine",
            "1:findings that fail the policy",
            "2:wrong use, unreadable input, or nothing was watched"
        },
        footer = {
            "",
            "First steps:",
            "  java -javaagent:snag.jar=report=snag-report -jar app.jar",
            "  java -jar snag.jar report snag-report        (then open snag-report/snags.html)",
            "  java -jar snag.jar check snag-report"
        })
public final class Commands implements Runnable, ToIntFunction<String[]> {

    private static final int UNUSABLE = 2;
    private static final int WIDTH = 100;

    @Spec
    private CommandSpec spec;

    /** Runs one command and returns the exit status. */
    @Override
    public int applyAsInt(String[] arguments) {
        return commandLine().execute(arguments);
    }

    CommandLine commandLine() {
        return new CommandLine(this)
                .setUsageHelpWidth(WIDTH)
                .setExecutionExceptionHandler((failure, command, parsed) -> unusable(failure, command));
    }

    private static int unusable(Exception failure, CommandLine command) throws Exception {
        String message = switch (failure) {
            case PolicyError policy -> policy.getMessage();
            case AttachFailure attach -> attach.getMessage();
            case IOException io -> FileTrouble.text(io);
            case UncheckedIOException io -> FileTrouble.text(io);
            default -> throw failure;
        };
        command.getErr().println("snag: " + message);
        command.getErr().flush();
        return UNUSABLE;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** Help on the commands, and on the agent's options. */
    @Command(name = "help", description = "Help on a command; 'help options' lists the agent's options.")
    static final class Help implements Runnable {

        @Mixin
        private HelpOption help;

        @Spec
        private CommandSpec spec;

        @Parameters(arity = "0..1", paramLabel = "TOPIC", description = "a command, or: options")
        private String topic;

        @Override
        public void run() {
            CommandLine whole = spec.commandLine().getParent();
            CommandLine command = topic == null ? null : whole.getSubcommands().get(topic);
            if (topic == null) {
                whole.usage(whole.getOut());
            } else if (command != null) {
                command.usage(whole.getOut());
            } else if (topic.equals("options")) {
                whole.getOut().print(OptionsHelp.text());
                whole.getOut().flush();
            } else {
                throw new ParameterException(
                        spec.commandLine(), "there is no help on '" + topic + "'; try 'help', or 'help options'");
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
