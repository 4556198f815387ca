package dev.snag.runtime.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On JDK 24 and newer, where nothing of the JDK has to be opened to it. */
class ParkWitnessTest {

    private static final int JDK = 25;

    private final Thread virtual = Thread.ofVirtual().unstarted(() -> {});
    private final Thread carrier = new Thread();
    private ParkWitness witness;

    @BeforeEach
    void open() throws ReflectiveOperationException {
        witness = ParkWitness.open(JDK);
    }

    @Test
    void the_stack_is_that_of_the_park_down() {
        parkOnCarrierThread();

        assertThat(witness.stackOf(carrier.threadId(), virtual.threadId(), 0))
                .extracting(StackTraceElement::getMethodName)
                .startsWith("parkOnCarrierThread", "the_stack_is_that_of_the_park_down");
    }

    @Test
    void an_account_of_another_thread_or_from_before_the_hold_is_none() {
        parkOnCarrierThread();

        assertThat(witness.stackOf(carrier.threadId(), virtual.threadId() + 1, 0))
                .isEmpty();
        assertThat(witness.stackOf(carrier.threadId() + 1, virtual.threadId(), 0))
                .isEmpty();
        assertThat(witness.stackOf(carrier.threadId(), virtual.threadId(), System.nanoTime()))
                .isEmpty();
    }

    @Test
    void what_is_old_is_forgotten_and_what_is_new_is_not() {
        parkOnCarrierThread();

        witness.forgetBefore(0);
        assertThat(witness.stackOf(carrier.threadId(), virtual.threadId(), 0)).isNotEmpty();

        witness.forgetBefore(System.nanoTime());
        assertThat(witness.stackOf(carrier.threadId(), virtual.threadId(), 0)).isEmpty();
    }

    @Test
    void g55_no_thread_is_kept_alive_by_its_account() {
        var gone = new WeakReference<>(parkOfAnother());

        for (int i = 0; i < 100 && gone.get() != null; i++) {
            System.gc();
        }

        assertThat(gone.get()).isNull();
    }

    private Thread parkOfAnother() {
        Thread other = Thread.ofVirtual().unstarted(() -> {});
        witness.accept(other, carrier);
        return other;
    }

    private void parkOnCarrierThread() {
        witness.accept(virtual, carrier);
    }
}
