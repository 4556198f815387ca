package dev.snag.samples;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.snag.samples.http.Endpoint;
import dev.snag.samples.http.Endpoints;
import dev.snag.samples.http.LedgerServer;
import dev.snag.samples.ledger.DayReport;
import dev.snag.samples.ledger.Ledger;
import dev.snag.samples.ledger.Schema;
import dev.snag.samples.planted.PasswordCheck;
import dev.snag.samples.planted.QuoteFeed;
import dev.snag.samples.planted.RateCache;
import dev.snag.samples.planted.RateTable;
import dev.snag.samples.planted.ReceiptJournal;
import dev.snag.samples.planted.SharedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The service. It prints on which JDK it runs and, when it listens, its address, runs until it is told to end (SIGTERM, Ctrl-C), and
 * ends in good order then.
 */
public final class Worker implements AutoCloseable {
    /** What it prints when it can be asked; the address follows. */
    public static final String LISTENING = "The worker listens at ";

    private static final Duration QUOTE_EVERY = Duration.ofMillis(250);
    private static final Duration SQLITE_WAITS = Duration.ofSeconds(5);
    private static final Duration PRINTER = Duration.ofMillis(100);

    private final LedgerServer server;
    private final QuoteFeed quotes;
    private final HikariDataSource database;

    private Worker(WorkerOptions options)
            throws IOException, InterruptedException, SQLException, GeneralSecurityException {
        Files.createDirectories(options.folder());
        database = pool(options.database());
        Schema.create(database);
        SharedDatabase.use(database);
        quotes = QuoteFeed.open(options.folder().resolve("quotes.pipe"), QUOTE_EVERY);
        Map<String, Endpoint> endpoints =
                new LinkedHashMap<>(Endpoints.clean(new Ledger(database), new DayReport(database)));
        endpoints.putAll(Endpoints.planted(
                new RateCache(new RateTable(database)),
                new PasswordCheck("correct horse", "battery staple", PasswordCheck.ADVISED_ROUNDS),
                quotes,
                new ReceiptJournal(options.folder().resolve("receipts.sqlite"), SQLITE_WAITS, PRINTER)));
        server = LedgerServer.start(options.port(), options.threads(), endpoints);
    }

    private static HikariDataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(10);
        return new HikariDataSource(config);
    }

    public static void main(String[] arguments) throws Exception {
        // Without it a small answer waits up to 40 ms for the client's acknowledgement of its header.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        WorkerOptions options;
        try {
            options = WorkerOptions.parse(arguments);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(2);
            return;
        }
        Worker worker = new Worker(options);
        Runtime.getRuntime().addShutdownHook(new Thread(worker::close, "worker-stop"));
        if (options.endWithParent()) {
            ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(0)));
        }
        System.out.println("The worker runs on JDK " + Runtime.version() + ", its requests on "
                + options.threads().name().toLowerCase(Locale.ROOT) + " threads.");
        System.out.println(LISTENING + worker.server.url());
    }

    /** Ends what it does and lets go of what it holds. */
    @Override
    public void close() {
        server.close();
        quotes.close();
        database.close();
    }
}
