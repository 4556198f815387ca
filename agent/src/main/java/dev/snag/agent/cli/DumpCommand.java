package dev.snag.agent.cli;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the virtual threads of a JVM that runs, by attaching to it; whether Snag watches it or not. */
@Command(
        name = "dump",
        description = "Prints all virtual threads of a running JVM, with their carriers; attaches to it for that.",
        mixinStandardHelpOptions = true)
final class DumpCommand implements Callable<Integer> {

    @Mixin
    private HelpOption help;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PID", description = "the process, as jps lists it")
    private String pid;

    @Override
    public Integer call() throws IOException, AttachFailure {
        File file = File.createTempFile("snag-dump", ".txt");
        try {
            RunningJvm.load(pid, "dump=" + file);
            print(file);
            return 0;
        } finally {
            file.delete();
        }
    }

    private void print(File file) throws IOException {
        try (var in = new FileInputStream(file)) {
            spec.commandLine().getOut().print(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            spec.commandLine().getOut().flush();
        }
    }
}
