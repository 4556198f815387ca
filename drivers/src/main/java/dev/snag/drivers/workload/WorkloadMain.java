package dev.snag.drivers.workload;

import java.io.PrintStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs one workload: {@code WorkloadMain CLASS SECONDS [NAME=VALUE...]}, the seconds being the limit of each phase. */
public final class WorkloadMain {
    private WorkloadMain() {}

    public static void main(String[] arguments) {
        // Libraries leave threads behind that are no daemons, so the JVM would not end by itself.
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) {
        // The stream as it is now: a library may put another in its place.
        PrintStream out = System.out;
        Duration limit = Duration.ofSeconds(Long.parseLong(arguments[1]));
        var trial = new Trial(parameters(List.of(arguments).subList(2, arguments.length)), limit, out);
        try {
            workload(arguments[0]).run(trial);
            Marker.of(Marker.DONE).printTo(out);
            return 0;
        } catch (Exception broken) {
            broken.printStackTrace();
            return 1;
        }
    }

    private static Workload workload(String className) throws ReflectiveOperationException {
        return Class.forName(className)
                .asSubclass(Workload.class)
                .getDeclaredConstructor()
                .newInstance();
    }

    private static Map<String, String> parameters(List<String> arguments) {
        var parameters = new HashMap<String, String>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            parameters.put(argument.substring(0, equals), argument.substring(equals + 1));
        }
        return parameters;
    }
}
