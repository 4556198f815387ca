package dev.snag.samples.planted;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class PlantedTest {

    @Test
    void a_rate_is_fetched_once_and_so_is_the_news_that_there_is_none() throws Exception {
        List<String> fetched = new ArrayList<>();
        RateCache rates = new RateCache(currency -> {
            fetched.add(currency);
            return currency.equals("USD") ? Optional.of(BigDecimal.TWO) : Optional.empty();
        });

        assertThat(rates.perEuro("USD")).contains(BigDecimal.TWO);
        assertThat(rates.perEuro("USD")).contains(BigDecimal.TWO);
        assertThat(rates.perEuro("XXX")).isEmpty();
        assertThat(rates.perEuro("XXX")).isEmpty();

        assertThat(fetched).containsExactly("USD", "XXX");
    }

    @Test
    void the_right_password_is_accepted_and_no_other() throws Exception {
        PasswordCheck passwords = new PasswordCheck("correct horse", "battery staple", 1);

        assertThat(passwords.accepts("correct horse")).isTrue();
        assertThat(passwords.accepts("correct horsf")).isFalse();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no named pipe among its files")
    void each_reader_of_the_feed_gets_the_next_quote(@TempDir Path folder) throws Exception {
        try (QuoteFeed feed = QuoteFeed.open(folder.resolve("quotes.pipe"), Duration.ZERO)) {
            assertThat(feed.next()).isEqualTo("XAU 2650");
            assertThat(feed.next()).isEqualTo("XAU 2651");
        }
    }
}
