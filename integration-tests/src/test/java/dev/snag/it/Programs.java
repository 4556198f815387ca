package dev.snag.it;

import dev.snag.it.programs.Puppet;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The small programs that forked JVMs run. */
final class Programs {
    private Programs() {}

    /** The folder of their classes. */
    static Path classes() {
        try {
            return Path.of(Puppet.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The end of a command line that runs one of them. */
    static List<String> run(Class<?> program, String... arguments) {
        return runOn(classes().toString(), program, arguments);
    }

    /** The same with slf4j and a provider of it on the class path. */
    static List<String> runWithSlf4j(Class<?> program, String... arguments) {
        List<String> libraries = Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.matches(".*[/\\\\]slf4j-[a-z]+-[0-9.]+\\.jar"))
                .toList();
        return runOn(classes() + File.pathSeparator + String.join(File.pathSeparator, libraries), program, arguments);
    }

    /** The same on a class path that one gives. */
    static List<String> runOn(String classPath, Class<?> program, String... arguments) {
        var command = new ArrayList<>(List.of("-cp", classPath, program.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** {@link Puppet} with its commands. */
    static List<String> puppet(String... commands) {
        return run(Puppet.class, commands);
    }
}
