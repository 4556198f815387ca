package dev.snag.samples.workers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the comparison was asked to run.
 *
 * @param agent Snag's jar
 * @param jdk home of the JDK of all types but one
 * @param laterJdk home of that of the one; empty where there is none
 * @param driver jar of the unfriendly driver
 * @param target folder of the results
 * @param page the page that quotes them; empty for none
 * @param types those to run
 * @param clients how many ask at one time
 * @param window how long each is measured
 */
record ComparisonOptions(
        Path agent,
        Path jdk,
        Optional<Path> laterJdk,
        Path driver,
        Path target,
        Optional<Path> page,
        List<WorkerType> types,
        int clients,
        Duration window) {

    static final String USAGE = "usage: Comparison --agent=JAR --driver=JAR [--jdk=JAVA_HOME] [--later-jdk=JAVA_HOME]"
            + " [--target=DIR] [--page=FILE] [--only=TYPE:TYPE] [--clients=N] [--seconds=N]";

    /** Reads a command line; throws {@link IllegalArgumentException} with a line for the user where it makes no sense. */
    static ComparisonOptions parse(Path home, String... arguments) {
        Path agent = null;
        Path driver = null;
        Path target = Path.of("target");
        Optional<Path> jdk = Optional.empty();
        Optional<Path> laterJdk = Optional.empty();
        Optional<Path> page = Optional.empty();
        List<WorkerType> types = List.of(WorkerType.values());
        int clients = 128;
        int seconds = 10;
        for (String argument : arguments) {
            String[] nameAndValue = argument.split("=", 2);
            String value = nameAndValue.length == 2 ? nameAndValue[1] : "";
            // Empty where the build passes on a property that nobody has set.
            Optional<Path> path = value.isEmpty() ? Optional.empty() : Optional.of(Path.of(value));
            switch (nameAndValue[0]) {
                case "--agent" -> agent = path.orElse(null);
                case "--driver" -> driver = path.orElse(null);
                case "--jdk" -> jdk = path;
                case "--later-jdk" -> laterJdk = path;
                case "--target" -> target = path.orElse(target);
                case "--page" -> page = path;
                case "--only" -> types = value.isEmpty() ? types : types(value);
                case "--clients" -> clients = number(argument, value, 1_000);
                case "--seconds" -> seconds = number(argument, value, 60);
                default -> throw wrong("unknown option " + argument);
            }
        }
        return new ComparisonOptions(
                there(agent, "agent", "build it with `mvn -DskipTests package`"),
                jdkHome(jdk.or(() -> installed(home, 21)).orElse(Path.of(System.getProperty("java.home")))),
                laterJdk.or(() -> installed(home, 25)).map(ComparisonOptions::jdkHome),
                there(driver, "driver", "the build with -Pworkers copies it"),
                target.toAbsolutePath().normalize(),
                page,
                types,
                clients,
                Duration.ofSeconds(seconds));
    }

    private static IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("Comparison: " + what + "; " + USAGE);
    }

    private static Path there(Path jar, String what, String remedy) {
        if (jar == null || !Files.isRegularFile(jar)) {
            throw wrong("there is no " + what + " at " + jar + ": " + remedy);
        }
        return jar.toAbsolutePath().normalize();
    }

    private static Path jdkHome(Path home) {
        if (!Files.isExecutable(home.resolve("bin").resolve("java"))) {
            throw wrong("there is no JDK at " + home);
        }
        return home.toAbsolutePath().normalize();
    }

    /** Where Maven's own toolchains are looked for too. */
    private static Optional<Path> installed(Path home, int feature) {
        Path jdk = home.resolve(".jdks").resolve(String.valueOf(feature));
        return Files.isExecutable(jdk.resolve("bin").resolve("java")) ? Optional.of(jdk) : Optional.empty();
    }

    private static List<WorkerType> types(String value) {
        var types = new ArrayList<WorkerType>();
        for (String name : value.split(":")) {
            types.add(WorkerType.named(name).orElseThrow(() -> wrong("unknown type " + name)));
        }
        return List.copyOf(types);
    }

    private static int number(String argument, String value, int most) {
        if (!value.matches("\\d{1,4}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > most) {
            throw wrong(argument + " is no number from 1 to " + most);
        }
        return Integer.parseInt(value);
    }
}
