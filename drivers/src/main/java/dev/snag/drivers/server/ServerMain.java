package dev.snag.drivers.server;

import dev.snag.drivers.workload.Marker;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * Runs one server until standard input ends: {@code ServerMain CLASS FOLDER}. Its markers say the title, the port, the port at
 * a distance and all other facts.
 */
public final class ServerMain {
    private ServerMain() {}

    public static void main(String[] arguments) {
        // Servers leave threads behind that are no daemons.
        System.exit(run(arguments[0], Path.of(arguments[1]), System.out));
    }

    private static int run(String className, Path folder, PrintStream out) {
        try {
            RunningServer server = Class.forName(className)
                    .asSubclass(ServerProgram.class)
                    .getDeclaredConstructor()
                    .newInstance()
                    .start(folder);
            try (FarRelay far = FarRelay.to(server.port())) {
                fact(out, "title", server.title());
                fact(out, "port", server.port());
                fact(out, "far", far.port());
                server.facts().forEach((name, value) -> fact(out, name, value));
                Marker.of(Marker.READY).printTo(out);
                awaitTheEndOfInput();
            } finally {
                server.stop().close();
            }
            return 0;
        } catch (ServerAbsent absent) {
            Marker.of(Marker.ABSENT, absent.getMessage()).printTo(out);
            return 0;
        } catch (Exception broken) {
            broken.printStackTrace();
            return 1;
        }
    }

    /** Ends with the lab, however that ends. */
    private static void awaitTheEndOfInput() throws IOException {
        while (System.in.read() >= 0) {
            // Nobody writes; a byte would not mean anything.
        }
    }

    private static void fact(PrintStream out, String name, Object value) {
        Marker.of(Marker.FACT, name, value).printTo(out);
    }
}
