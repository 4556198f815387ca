package dev.snag.agent.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code completion}: commands, options and files at the press of a key. */
@Command(
        name = "completion",
        description = {
            "Prints a script that completes commands and options in bash and zsh, for an alias named snag.",
            ""
        },
        footer = {
            "",
            "Put into ~/.bashrc or ~/.zshrc:",
            "  alias snag='java -jar /path/to/snag.jar'",
            "  source <(snag completion)"
        })
final class CompletionCommand implements Runnable {

    private static final String ALIAS = "snag";

    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help;

    @Override
    public void run() {
        spec.commandLine().getOut().print(AutoComplete.bash(ALIAS, spec.root().commandLine()));
        spec.commandLine().getOut().print('\n');
        spec.commandLine().getOut().flush();
    }
}
