package dev.snag.samples.http;

import dev.snag.samples.ledger.DayReport;
import dev.snag.samples.ledger.Ledger;
import dev.snag.samples.ledger.Refused;
import dev.snag.samples.ledger.Transfer;
import dev.snag.samples.planted.Branches;
import dev.snag.samples.planted.PasswordCheck;
import dev.snag.samples.planted.QuoteFeed;
import dev.snag.samples.planted.RateCache;
import dev.snag.samples.planted.ReceiptJournal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the service does, by method and path. */
public final class Endpoints {
    private record Sale(String customer, long cents) {}

    private record Login(String password) {}

    private Endpoints() {}

    /** Those that let their carrier go whenever they wait. */
    public static Map<String, Endpoint> clean(Ledger ledger, DayReport report) {
        Map<String, Endpoint> endpoints = new LinkedHashMap<>();
        endpoints.put("GET /health", request -> Answer.ok(Map.of("status", "up")));
        endpoints.put("GET /accounts", request -> Answer.ok(ledger.account(request.number())));
        endpoints.put("POST /transfers", request -> Answer.ok(ledger.transfer(request.json(Transfer.class))));
        endpoints.put("GET /reports/day", request -> Answer.ok(report.turnover()));
        return endpoints;
    }

    /** Those that keep it. */
    public static Map<String, Endpoint> planted(
            RateCache rates, PasswordCheck passwords, QuoteFeed quotes, ReceiptJournal receipts) {
        Map<String, Endpoint> endpoints = new LinkedHashMap<>();
        endpoints.put(
                "GET /rates",
                request -> found(rates.perEuro(request.rest()), "no rate of \"" + request.rest() + "\" is known"));
        endpoints.put(
                "GET /branches",
                request -> found(Branches.town(request.number()), "there is no branch " + request.rest()));
        endpoints.put("POST /logins", request -> {
            boolean accepted = passwords.accepts(request.json(Login.class).password());
            return accepted ? Answer.ok(Map.of("login", "accepted")) : Answer.problem(401, "wrong password");
        });
        endpoints.put("GET /quotes", request -> Answer.ok(Map.of("quote", quotes.next())));
        endpoints.put("POST /receipts", request -> {
            Sale sale = request.json(Sale.class);
            return Answer.ok(Map.of("number", receipts.issue(sale.customer(), sale.cents())));
        });
        return endpoints;
    }

    private static Answer found(Optional<?> value, String problem) throws Refused {
        Object body = value.orElseThrow(() -> new Refused(Refused.Why.UNKNOWN, problem));
        return Answer.ok(Map.of("value", body));
    }
}
