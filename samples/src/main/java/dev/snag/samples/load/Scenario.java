package dev.snag.samples.load;

import dev.snag.samples.ledger.Schema;
import dev.snag.samples.planted.Branches;
import dev.snag.samples.planted.PasswordCheck;
import dev.snag.samples.planted.QuoteFeed;
import dev.snag.samples.planted.RateCache;
import dev.snag.samples.planted.ReceiptJournal;
import java.util.List;
import java.util.UUID;

/** The load that the demo and {@link Load} put on a worker: first what is clean, then one planted offender at a time. */
public final class Scenario {
    private static final List<String> CURRENCIES = List.of("USD", "GBP", "CHF", "JPY");

    private Scenario() {}

    /** The clean endpoints by a single client, so that what is measured later is not the loading of classes. */
    public static List<Step> warmUp() {
        return clean(1, 1);
    }

    public static List<Step> clean() {
        return clean(4, 8);
    }

    private static List<Step> clean(int fewClients, int manyClients) {
        String transfers = UUID.randomUUID().toString();
        return List.of(
                Step.get("/health", null, 100 * fewClients, fewClients, number -> "/health"),
                Step.get(
                        "/accounts/{id}",
                        null,
                        50 * manyClients,
                        manyClients,
                        number -> "/accounts/" + account(number)),
                Step.post("/transfers", null, 25 * manyClients, manyClients, number -> transfer(transfers, number)),
                Step.get("/reports/day", null, 2 * manyClients, manyClients, number -> "/reports/day"));
    }

    public static List<Step> planted() {
        return List.of(
                // One at a time: see firstTwoBranches.
                branches(4, 1),
                Step.get(
                        "/rates/{currency}",
                        new Step.Planted("synchronized cache", RateCache.class),
                        8,
                        4,
                        number -> "/rates/" + CURRENCIES.get(number % CURRENCIES.size())),
                Step.post(
                        "/logins",
                        new Step.Planted("password hash", PasswordCheck.class),
                        8,
                        4,
                        number -> "{\"password\":\"correct horse\"}"),
                Step.get("/quotes", new Step.Planted("named pipe", QuoteFeed.class), 4, 2, number -> "/quotes"),
                Step.post(
                        "/receipts",
                        new Step.Planted("SQLite's busy wait", ReceiptJournal.class),
                        4,
                        4,
                        number -> "{\"customer\":\"customer " + number + "\",\"cents\":1999}"));
    }

    /**
     * Two requests at once that are the first to need the branches. On JDK 25 and two carriers they hang for ever: one
     * initializes the class, pinned, and waits for the database; the other waits for the class, and keeps the carrier on
     * which the JDK's own virtual thread would learn that the database has answered.
     */
    public static Step firstTwoBranches() {
        return branches(2, 2);
    }

    private static Step branches(int requests, int clients) {
        return Step.get(
                "/branches/{id}",
                new Step.Planted("class initializer", Branches.class),
                requests,
                clients,
                number -> "/branches/" + (1 + number % 3));
    }

    private static String transfer(String ids, int number) {
        return String.format(
                "{\"id\":\"%s-%d\",\"from\":%d,\"to\":%d,\"cents\":100}",
                ids, number, account(number), account(number + 1));
    }

    private static int account(int number) {
        return 1 + number % Schema.ACCOUNTS;
    }
}
