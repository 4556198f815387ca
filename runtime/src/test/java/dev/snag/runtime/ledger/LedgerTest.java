package dev.snag.runtime.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.runtime.ledger.Ledger.Event;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private final Ledger ledger = new Ledger(2);

    @Test
    void events_come_out_in_the_order_in_which_they_went_in() throws InterruptedException {
        ledger.overThreshold(Reports.ended(1, 150));
        ledger.note("and now");

        assertThat(ledger.next()).isInstanceOf(Event.OverThreshold.class);
        assertThat(ledger.next()).isEqualTo(new Event.Noted("and now"));
        assertThat(ledger.droppedCount()).isZero();
    }

    @Test
    void what_does_not_fit_is_dropped_and_counted_and_nobody_waits() throws InterruptedException {
        for (int i = 0; i < 5; i++) {
            ledger.overThreshold(Reports.ended(i, 150));
        }

        assertThat(ledger.droppedCount()).isEqualTo(3);
        assertThat(((Event.OverThreshold) ledger.next()).report().number()).isZero();
    }

    @Test
    void what_is_excused_and_what_fails_is_counted_though_it_is_dropped() {
        for (int i = 0; i < 4; i++) {
            ledger.excused(Reports.excused(i, 150));
            ledger.warn("monitor", "stumbled");
        }

        assertThat(ledger.excusedCount()).isEqualTo(4);
        assertThat(ledger.ownErrorCount()).isEqualTo(4);
        assertThat(ledger.droppedCount()).isEqualTo(6);
    }

    @Test
    void a_failure_is_kept_in_words_with_the_place_it_came_from() throws InterruptedException {
        var failure = new IllegalStateException("odd");
        failure.setStackTrace(new StackTraceElement[] {new StackTraceElement("a.B", "c", "B.java", 7)});
        ledger.failed("monitor", failure);
        failure.setStackTrace(new StackTraceElement[0]);
        ledger.failed("monitor", failure);

        assertThat(ledger.next())
                .isEqualTo(new Event.Failed("monitor", "java.lang.IllegalStateException: odd at a.B.c(B.java:7)"));
        assertThat(ledger.next()).isEqualTo(new Event.Failed("monitor", "java.lang.IllegalStateException: odd"));
    }
}
