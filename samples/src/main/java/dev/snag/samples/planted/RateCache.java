package dev.snag.samples.planted;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Exchange rates, each fetched once.
 *
 * <p><b>Planted:</b> the cache is guarded by {@code synchronized}, and a rate it does not know is fetched inside. Up to
 * JDK 23 a virtual thread that waits for the database with a monitor in hand keeps its carrier (PINNED, MONITOR), and
 * whoever waits for the monitor keeps one as well. From 24 on (JEP 491) both let go.
 *
 * <p><b>Remedy</b> up to 23: a {@link java.util.concurrent.locks.ReentrantLock} in place of {@code synchronized}.
 */
public final class RateCache {

    /** Where a rate comes from when the cache has none: slow, and empty for a currency that nobody knows. */
    @FunctionalInterface
    public interface Source {
        Optional<BigDecimal> perEuro(String currency) throws SQLException;
    }

    private final Map<String, Optional<BigDecimal>> known = new HashMap<>();
    private final Source source;

    public RateCache(Source source) {
        this.source = source;
    }

    public synchronized Optional<BigDecimal> perEuro(String currency) throws SQLException {
        Optional<BigDecimal> rate = known.get(currency);
        if (rate == null) {
            rate = source.perEuro(currency);
            known.put(currency, rate);
        }
        return rate;
    }
}
