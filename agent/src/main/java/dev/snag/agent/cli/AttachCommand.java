package dev.snag.agent.cli;

import dev.snag.runtime.options.OptionError;
import dev.snag.runtime.options.Options;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code attach}: begins to watch a JVM that runs already. */
@Command(
        name = "attach",
        description = {
            "Begins to watch a JVM that runs already, or changes the threshold of one that is watched.",
            "Prefer -javaagent where you can: the JDK warns about agents that come late, and what was before is lost.",
            ""
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:the agent is in that JVM; what it has to say stands where that JVM writes", "2:it is not"},
        footer = {"", "Example:", "  java -jar snag.jar attach 4711 report=snag-report max-blocking-time=50ms"})
final class AttachCommand implements Callable<Integer> {

    private static final int WRONG_USE = 2;
    /** Nothing is to be read from here: the options file that counts is the one of the other JVM. */
    private static final File NOWHERE = new File("there-is-no-such-folder");

    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help;

    @Parameters(index = "0", paramLabel = "PID", description = "the process, as jps lists it")
    private String pid;

    @Parameters(
            index = "1..*",
            paramLabel = "KEY=VALUE",
            description = "options of the agent ('help options' lists them); paths are from the folder you are in")
    private List<String> options = List.of();

    @Override
    public Integer call() throws AttachFailure {
        if (!pid.matches("\\d+")) {
            throw new ParameterException(spec.commandLine(), "'" + pid + "' is no process id; jps lists them");
        }
        String argument = AttachArgument.of(options, new File("").getAbsoluteFile());
        try {
            Options.read(argument, Map.of(), Map.of(), NOWHERE);
        } catch (OptionError e) {
            // Said here, as the other JVM could only say it where nobody may look.
            spec.commandLine().getErr().println("snag: " + e.getMessage());
            spec.commandLine().getErr().flush();
            return WRONG_USE;
        }
        RunningJvm.load(pid, argument);
        spec.commandLine().getOut().println("attached to " + pid + (argument.isEmpty() ? "" : " with " + argument));
        spec.commandLine().getOut().flush();
        return 0;
    }
}
