package dev.snag.samples.planted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceiptJournalTest {
    private Path file;
    private ReceiptJournal journal;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        file = folder.resolve("receipts.sqlite");
        journal = new ReceiptJournal(file, Duration.ofMillis(1), Duration.ZERO);
    }

    @Test
    void receipts_are_numbered_one_after_the_other() throws Exception {
        assertThat(journal.issue("Ada", 100)).isEqualTo(1);
        assertThat(journal.issue("Bob", 200)).isEqualTo(2);
    }

    @Test
    void a_receipt_is_lost_while_another_holds_the_lock_too_long_and_its_number_is_not() throws Exception {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");

            assertThatThrownBy(() -> journal.issue("Ada", 100))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("SQLITE_BUSY");

            statement.execute("ROLLBACK");
        }
        assertThat(journal.issue("Ada", 100)).isEqualTo(1);
    }
}
