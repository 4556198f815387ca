package dev.snag.samples.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the demo was asked to show.
 *
 * @param agent the agent's jar; empty where the worker is to run without
 * @param target the folder in which all of the demo's own files are made
 * @param java the {@code java} that runs the worker
 * @param hang whether to show how two first requests at once hang, instead of the load
 */
record DemoOptions(Optional<Path> agent, Path target, Path java, boolean hang) {
    static final String USAGE =
            "usage: Demo [--load | --hang] [--with-agent | --without-agent] [--agent=JAR] [--jdk=JAVA_HOME] [--target=DIR]";

    /** Reads a command line; throws {@link IllegalArgumentException} with a line for the user where it makes no sense. */
    static DemoOptions parse(String... arguments) {
        Path agent = Path.of("agent", "target", "snag.jar");
        Path target = Path.of("samples", "target");
        Path jdk = Path.of(System.getProperty("java.home"));
        boolean withAgent = true;
        boolean hang = false;
        for (String argument : arguments) {
            String[] nameAndValue = argument.split("=", 2);
            String value = nameAndValue.length == 2 ? nameAndValue[1] : "";
            switch (nameAndValue[0]) {
                case "--load" -> hang = false;
                case "--hang" -> hang = true;
                case "--with-agent" -> withAgent = true;
                case "--without-agent" -> withAgent = false;
                case "--agent" -> agent = Path.of(value);
                case "--target" -> target = Path.of(value);
                // Empty where the build passes on a property that nobody has set.
                case "--jdk" -> jdk = value.isEmpty() ? jdk : Path.of(value);
                default -> throw new IllegalArgumentException("Demo: unknown option " + argument + "; " + USAGE);
            }
        }
        if (withAgent && !Files.isRegularFile(agent)) {
            throw new IllegalArgumentException("Demo: there is no agent at " + agent
                    + "; build it with `mvn -DskipTests package`, or see the plain numbers with --without-agent");
        }
        Path java = jdk.resolve("bin").resolve("java");
        if (!Files.isExecutable(java)) {
            throw new IllegalArgumentException("Demo: there is no JDK at " + jdk + ": " + java + " cannot be executed");
        }
        return new DemoOptions(
                withAgent ? Optional.of(agent.toAbsolutePath().normalize()) : Optional.empty(),
                target.toAbsolutePath().normalize(),
                java,
                hang);
    }
}
