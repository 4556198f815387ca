package dev.snag.samples.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.snag.samples.SqliteFile;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
    private Ledger ledger;
    private DataSource database;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        database = SqliteFile.withSchema(folder);
        ledger = new Ledger(database);
    }

    @Test
    void a_transfer_moves_money_from_one_account_to_the_other() throws Exception {
        Account payer = ledger.transfer(new Transfer("t1", 1, 2, 250));

        assertThat(payer).isEqualTo(new Account(1, "owner 1", Schema.OPENING_CENTS - 250));
        assertThat(ledger.account(2).cents()).isEqualTo(Schema.OPENING_CENTS + 250);
    }

    @Test
    void a_transfer_goes_from_the_higher_number_to_the_lower_as_well() throws Exception {
        ledger.transfer(new Transfer("t1", 2, 1, 250));

        assertThat(ledger.account(1).cents()).isEqualTo(Schema.OPENING_CENTS + 250);
        assertThat(ledger.account(2).cents()).isEqualTo(Schema.OPENING_CENTS - 250);
    }

    @Test
    void a_transfer_sent_twice_moves_the_money_once() throws Exception {
        ledger.transfer(new Transfer("t1", 1, 2, 250));
        ledger.transfer(new Transfer("t1", 1, 2, 250));

        assertThat(ledger.account(2).cents()).isEqualTo(Schema.OPENING_CENTS + 250);
    }

    @Test
    void a_transfer_of_more_than_there_is_changes_nothing_and_may_be_sent_again() throws Exception {
        Transfer tooMuch = new Transfer("t1", 3, 1, Schema.OPENING_CENTS + 1);

        Refused refused = catchThrowableOfType(Refused.class, () -> ledger.transfer(tooMuch));

        assertThat(refused.why()).isEqualTo(Refused.Why.NOT_ENOUGH_MONEY);
        assertThat(refused).hasMessage("account 3 has 1000000 cents, 1000001 are asked for");
        assertThat(ledger.account(1).cents()).isEqualTo(Schema.OPENING_CENTS);
        ledger.transfer(new Transfer("t2", 2, 3, 1));
        assertThat(ledger.transfer(tooMuch).cents()).isZero();
    }

    @Test
    void a_transfer_to_nobody_takes_nothing() throws Exception {
        Refused refused = catchThrowableOfType(Refused.class, () -> ledger.transfer(new Transfer("t1", 1, 777, 5)));

        assertThat(refused.why()).isEqualTo(Refused.Why.UNKNOWN);
        assertThat(ledger.account(1).cents()).isEqualTo(Schema.OPENING_CENTS);
    }

    @Test
    void a_transfer_that_makes_no_sense_is_refused() {
        assertThat(why(new Transfer(" ", 1, 2, 5))).isEqualTo(Refused.Why.MALFORMED);
        assertThat(why(new Transfer(null, 1, 2, 5))).isEqualTo(Refused.Why.MALFORMED);
        assertThat(why(new Transfer("t1", 1, 2, 0))).isEqualTo(Refused.Why.MALFORMED);
        assertThat(why(new Transfer("t1", 1, 2, -5))).isEqualTo(Refused.Why.MALFORMED);
        assertThat(why(new Transfer("t1", 2, 2, 5))).isEqualTo(Refused.Why.MALFORMED);
    }

    @Test
    void the_schema_made_again_leaves_the_balances_alone() throws Exception {
        ledger.transfer(new Transfer("t1", 1, 2, 250));

        Schema.create(database);

        assertThat(ledger.account(2).cents()).isEqualTo(Schema.OPENING_CENTS + 250);
    }

    private Refused.Why why(Transfer transfer) {
        return catchThrowableOfType(Refused.class, () -> ledger.transfer(transfer))
                .why();
    }
}
