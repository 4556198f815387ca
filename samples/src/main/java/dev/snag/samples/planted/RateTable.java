package dev.snag.samples.planted;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** Rates out of PostgreSQL, which takes 200 ms to find one. Clean by itself: it is the cache around it that holds. */
public final class RateTable implements RateCache.Source {
    private static final String QUERY = "SELECT per_euro FROM rate, pg_sleep(0.2) WHERE currency = ?";

    private final DataSource database;

    public RateTable(DataSource database) {
        this.database = database;
    }

    @Override
    public Optional<BigDecimal> perEuro(String currency) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(QUERY)) {
            select.setString(1, currency);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(new BigDecimal(row.getString(1))) : Optional.empty();
            }
        }
    }
}
