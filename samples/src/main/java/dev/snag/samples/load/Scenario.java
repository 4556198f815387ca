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

    /** One request to each clean endpoint and more to some, so that what is measured later is not the loading of classes. */
    public static List<Step> warmUp() {
        return clean("warm-" + UUID.randomUUID());
    }

    public static List<Step> clean() {
        return clean("paid-" + UUID.randomUUID());
    }

    private static List<Step> clean(String transfers) {
        return List.of(
                Step.get("/health", null, 400, 4, number -> "/health"),
                Step.get("/accounts/{id}", null, 400, 8, number -> "/accounts/" + account(number)),
                Step.post("/transfers", null, 200, 8, number -> transfer(transfers, number)),
                Step.get("/reports/day", null, 16, 8, number -> "/reports/day"));
    }

    public static List<Step> planted() {
        return List.of(
                Step.get(
                        "/branches/{id}",
                        new Step.Planted("class initializer", Branches.class),
                        4,
                        // More at once hang for ever on JDK 25 and two carriers: docs/sample.md.
                        1,
                        number -> "/branches/" + (1 + number % 3)),
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

    private static String transfer(String ids, int number) {
        return String.format(
                "{\"id\":\"%s-%d\",\"from\":%d,\"to\":%d,\"cents\":100}",
                ids, number, account(number), account(number + 1));
    }

    private static int account(int number) {
        return 1 + number % Schema.ACCOUNTS;
    }
}
