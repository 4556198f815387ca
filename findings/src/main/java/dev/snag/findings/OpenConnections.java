package dev.snag.findings;

import java.time.Instant;
import java.util.List;

/**
 * Virtual threads had more connections open at one time to one destination than are fine; only with the option
 * {@code max-connections}. No finding: no gate fails for it.
 *
 * @param time when the limit was passed; of a last line, the end of the JVM
 * @param host the name that the program asked for; null where it asked for an address
 * @param address as text
 * @param count how many were open
 * @param limit how many are fine
 * @param peak the most that were open at one time so far
 * @param sites who had opened those that were open, the most first; empty in the last line of a destination
 */
public record OpenConnections(
        Instant time, String host, String address, int port, long count, long limit, long peak, List<OpeningSite> sites)
        implements Entry {

    public OpenConnections {
        sites = List.copyOf(sites);
    }

    @Override
    public String type() {
        return "connections";
    }

    /** {@code db.example.org/10.0.0.5:5432}, or {@code 10.0.0.5:5432}. */
    public String destination() {
        boolean nameless = host == null || host.isEmpty();
        if (!nameless) {
            return host + "/" + address + ":" + port;
        }
        boolean hasColons = address != null && address.indexOf(':') >= 0;
        return (hasColons ? "[" + address + "]" : address) + ":" + port;
    }
}
