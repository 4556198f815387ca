package dev.snag.findings.text;

import dev.snag.findings.OpenConnections;
import dev.snag.findings.OpeningSite;
import dev.snag.findings.Place;
import dev.snag.findings.UtcTime;
import java.util.List;

/** Too many connections, as text. Each line begins with {@code [snag] } and has no line's end. */
public final class ConnectionsText {

    /** Stacks that are shown; the report has more. */
    private static final int MOST_STACKS = 3;

    private ConnectionsText() {}

    /** One line, for a destination that was told in full before: how many there are now, or were at most at the end. */
    public static List<String> line(OpenConnections connections) {
        var page = new Page();
        page.add("connections: " + (connections.sites().isEmpty() ? most(connections) : sentence(connections)));
        return page.lines();
    }

    /** All there is to say: how many, when, why, what to do, and who opened them. */
    public static List<String> full(OpenConnections connections) {
        var page = new Page();
        page.add("connections: " + sentence(connections));
        page.addLabelled("  time   ", UtcTime.millis(connections.time()));
        page.addLabelled(
                "  why    ",
                "Virtual threads are as many as there are tasks: where each opens a connection of its own, nothing but the"
                        + " server bounds them.");
        page.addLabelled(
                "  fix    ",
                "Take connections from a pool, or let a Semaphore guard what opens them. Where so many are wanted, raise"
                        + " max-connections.");
        List<OpeningSite> sites = connections.sites();
        sites.stream().limit(MOST_STACKS).forEach(site -> add(page, site, connections.count()));
        if (sites.size() > MOST_STACKS) {
            int more = sites.size() - MOST_STACKS;
            page.add("  and " + more + (more == 1 ? " more stack" : " more stacks") + ", which opened fewer");
        }
        return page.lines();
    }

    /** {@code up to 9 open at one time to 10.0.0.5:5432, opened by virtual threads; max-connections is 8}. */
    public static String most(OpenConnections connections) {
        return "up to " + connections.peak() + rest(connections);
    }

    private static String sentence(OpenConnections connections) {
        return connections.count() + rest(connections);
    }

    private static String rest(OpenConnections connections) {
        return " open at one time to " + connections.destination() + ", opened by virtual threads; max-connections is "
                + connections.limit();
    }

    private static void add(Page page, OpeningSite site, long count) {
        page.add("  " + site.count() + " of " + count + " opened by");
        FindingText.addStack(page, new Place(site.offender(), site.caller(), null, site.stack(), ""), Extent.BRIEF);
    }
}
