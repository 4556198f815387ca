package dev.snag.samples;

import dev.snag.samples.http.RequestThreads;
import java.nio.file.Path;
import java.util.Locale;

/**
 * How the worker was asked to run.
 *
 * @param database JDBC URL of the PostgreSQL database
 * @param folder where the SQLite file and the named pipe are made
 * @param port where it listens; 0 picks a free one
 * @param endWithParent whether it ends when the process that started it has ended, however that ended
 */
record WorkerOptions(String database, Path folder, int port, RequestThreads threads, boolean endWithParent) {
    static final String USAGE = "usage: Worker --database=JDBC_URL --folder=DIR [--port=N] [--threads=virtual|platform]"
            + " [--end-with-parent]";

    /** Reads a command line; throws {@link IllegalArgumentException} with a line for the user where it makes no sense. */
    static WorkerOptions parse(String... arguments) {
        String database = null;
        Path folder = null;
        int port = 0;
        RequestThreads threads = RequestThreads.VIRTUAL;
        boolean endWithParent = false;
        for (String argument : arguments) {
            String[] nameAndValue = argument.split("=", 2);
            String value = nameAndValue.length == 2 ? nameAndValue[1] : "";
            switch (nameAndValue[0]) {
                case "--database" -> database = value;
                case "--folder" -> folder = Path.of(value);
                case "--port" -> port = port(value);
                case "--threads" -> threads = threads(value);
                case "--end-with-parent" -> endWithParent = true;
                default -> throw new IllegalArgumentException("Worker: unknown option " + argument + "; " + USAGE);
            }
        }
        if (database == null || folder == null) {
            throw new IllegalArgumentException("Worker: --database and --folder are needed; " + USAGE);
        }
        return new WorkerOptions(database, folder, port, threads, endWithParent);
    }

    private static int port(String value) {
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > 65_535) {
            throw new IllegalArgumentException("Worker: --port=" + value + " is not a port; " + USAGE);
        }
        return Integer.parseInt(value);
    }

    private static RequestThreads threads(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "virtual" -> RequestThreads.VIRTUAL;
            case "platform" -> RequestThreads.PLATFORM;
            default ->
                throw new IllegalArgumentException(
                        "Worker: --threads=" + value + " is neither virtual nor platform; " + USAGE);
        };
    }
}
