package dev.snag.agent.cli;

import picocli.CommandLine.Option;

/** The {@code --help} that each command has. */
final class HelpOption {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "shows this")
    private boolean help;
}
