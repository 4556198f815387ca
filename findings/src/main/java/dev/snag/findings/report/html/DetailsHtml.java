package dev.snag.findings.report.html;

import dev.snag.findings.Cause;
import dev.snag.findings.Frame;
import dev.snag.findings.HeldCarrier;
import dev.snag.findings.Kind;
import dev.snag.findings.LockRef;
import dev.snag.findings.Occurrence;
import dev.snag.findings.Place;
import dev.snag.findings.Starvation;
import dev.snag.findings.UtcTime;
import dev.snag.findings.Verdict;
import dev.snag.findings.policy.AllowRule;
import dev.snag.findings.report.Plural;
import dev.snag.findings.report.RunReport;
import dev.snag.findings.report.SnagReport;
import dev.snag.findings.text.JarText;
import dev.snag.findings.text.Span;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** All there is to say of one snag: what to do, the facts, the stack of its longest hold. */
final class DetailsHtml {

    private static final int MOST_CARRIERS = 16;
    private static final int MOST_TESTS = 10;

    private DetailsHtml() {}

    static void add(Markup html, RunReport report, SnagReport snag) {
        Occurrence example = snag.example();
        html.raw("<div class=\"details\"><div class=\"told\">");
        if (example.advice() != null) {
            html.raw("<p class=\"advice\"><strong>What to do</strong>")
                    .text(example.advice())
                    .raw("</p>");
        }
        html.raw("<dl class=\"facts\">");
        place(html, example.place());
        cause(html, example.cause());
        counts(html, snag);
        policy(html, report, example, snag);
        html.fact("Snag", snag.fingerprint());
        html.raw("</dl><div class=\"links\"></div></div><div class=\"shown\">");
        if (example.cause().starvation() == null) {
            html.raw("<h3>Stack of the longest hold</h3>");
            StackHtml.add(html, example.place());
        } else {
            starvation(html, example.cause().starvation());
        }
        html.raw("</div></div>");
    }

    private static void place(Markup html, Place place) {
        frame(html, "Offender", place.offender());
        if (place.caller() != null && !place.caller().equals(place.offender())) {
            frame(html, "Called from", place.caller());
        }
        if (place.createdBy() != null) {
            frame(html, "Thread started at", place.createdBy().site());
        }
    }

    private static void frame(Markup html, String term, Frame frame) {
        if (frame != null) {
            html.fact(term, frame + (frame.jar() == null ? "" : " in " + JarText.of(frame)));
        }
    }

    private static void cause(Markup html, Cause cause) {
        html.fact("Blocked in", cause.operation());
        if (cause.monitor() != null) {
            html.fact("Monitor of", cause.monitor().className());
            html.fact(
                    "Owned by",
                    cause.monitor().owner() == null
                            ? null
                            : cause.monitor().owner().toString());
        }
        if (cause.sharesMs().size() > 1) {
            var parts = new StringJoiner(", ");
            for (Map.Entry<Kind, Double> part : cause.sharesMs().entrySet()) {
                parts.add(part.getKey() + " " + Span.text(part.getValue()));
            }
            html.fact("Parts", parts.toString());
        }
        html.fact("Seen by", String.join(", ", cause.sensors()));
    }

    private static void counts(Markup html, SnagReport snag) {
        html.fact("First", UtcTime.millis(snag.first()));
        if (snag.count() > 1) {
            html.fact("Last", UtcTime.millis(snag.last()));
        }
        html.fact("Threshold", Span.text(snag.example().hold().thresholdMs()));
        if (snag.ongoing() > 0) {
            html.fact("Never ended", Plural.of(snag.ongoing(), "hold"));
        }
        if (snag.compensated() > 0) {
            html.fact("Compensated", Plural.of(snag.compensated(), "hold") + ", for which the JDK added a carrier");
        }
        html.fact("Tests", tests(snag));
    }

    private static String tests(SnagReport snag) {
        var tests = new StringJoiner(", ");
        snag.tests().entrySet().stream()
                .limit(MOST_TESTS)
                .forEach(test -> tests.add(test.getKey() + (test.getValue() > 1 ? " (" + test.getValue() + ")" : "")));
        long more = snag.tests().size() - MOST_TESTS;
        if (more > 0 || snag.otherTests() > 0) {
            tests.add("and more");
        }
        return tests.toString();
    }

    private static void policy(Markup html, RunReport report, Occurrence example, SnagReport snag) {
        AllowRule rule = report.policy().judge(example).rule();
        if (rule != null) {
            boolean allows = snag.verdict() == Verdict.ALLOWED_BY_RULE;
            html.fact(
                    allows ? "Allowed by" : "Rule",
                    report.policy().allow().source() + ", line " + rule.line() + ": " + rule.reason()
                            + (allows ? "" : " (does not allow all of it, or has expired)"));
        }
        if (!report.policy().baseline().lines().isEmpty()) {
            html.fact("Baseline", snag.known() ? "has it" : "does not have it: it is new");
        }
    }

    private static void starvation(Markup html, Starvation starvation) {
        html.raw("<h3>").text("What held each carrier").raw("</h3>");
        html.raw("<p>")
                .text(Plural.of(starvation.queued(), "virtual thread") + " waited for a carrier."
                        + (starvation.deadlock() ? " Nothing of it could ever move again." : ""))
                .raw("</p>");
        lock(html, starvation.lock());
        List<HeldCarrier> carriers = starvation.carriers();
        for (HeldCarrier held : carriers.subList(0, Math.min(MOST_CARRIERS, carriers.size()))) {
            html.raw("<h4>").text(held(held)).raw("</h4>");
            StackHtml.add(html, new Place(null, held.caller(), null, held.stack(), ""));
        }
        if (carriers.size() > MOST_CARRIERS) {
            html.element("p", "quiet", "and " + (carriers.size() - MOST_CARRIERS) + " more carriers");
        }
    }

    private static void lock(Markup html, LockRef lock) {
        if (lock != null) {
            String who = lock.owner() != null
                    ? "owned by " + lock.owner()
                    : lock.next() != null ? "owned by nobody; next in line is " + lock.next() : "of an unknown owner";
            html.raw("<p>")
                    .text("The lock: " + lock.className() + ", " + who
                            + (lock.state() == null ? "" : " (" + lock.state() + ")") + ", "
                            + Plural.of(lock.waiters(), "waiter") + ".")
                    .raw("</p>");
        }
    }

    private static String held(HeldCarrier held) {
        return (held.carrier() == null ? "a carrier" : held.carrier().toString())
                + (held.thread() == null ? ", no virtual thread mounted" : " by virtual thread " + held.thread())
                + (held.kind() == null ? "" : ": " + held.kind());
    }
}
