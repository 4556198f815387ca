package dev.snag.runtime.diagnosis;

import static dev.snag.runtime.diagnosis.PinnedTest.culprit;
import static dev.snag.runtime.diagnosis.PinnedTest.offender;
import static dev.snag.runtime.diagnosis.Stacks.HANDLE;
import static dev.snag.runtime.diagnosis.Stacks.LOAD;
import static dev.snag.runtime.diagnosis.Stacks.app;
import static dev.snag.runtime.diagnosis.Stacks.jdk;
import static dev.snag.runtime.diagnosis.Stacks.jdkNative;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.snag.findings.Kind;
import dev.snag.findings.Severity;
import dev.snag.findings.ThreadRef;
import dev.snag.runtime.jvm.Jvm.Initializer;
import dev.snag.runtime.slots.CarrierSlot.Parks;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CpuAndMixedHoldsTest {

    private static final Initializer RATES = new Initializer("com.acme.orders.Rates", new ThreadRef("main", 1));

    @Test
    void g18_java_code_on_the_processor_computes_and_never_blocks() {
        Diagnosis computes =
                Held.onJdk(25).runnable(Stacks.of(LOAD)).looks(3, 1).diagnosis();

        assertThat(computes.cause().kind()).isEqualTo(Kind.CPU);
        assertThat(computes.cause().operation()).isNull();
        assertThat(computes.severity()).isEqualTo(Severity.WARNING);
        assertThat(computes.cause().sharesMs()).isEmpty();
        assertThat(computes.cause().sensors()).containsExactly("mount-hook", "monitor");
        assertThat(computes.why())
                .isEqualTo("It computes without letting go of its carrier; virtual threads are not time-sliced.");
    }

    @Test
    void g18_native_code_on_the_processor_computes_too() {
        Diagnosis inflates = Held.onJdk(25)
                .runnable(Stacks.of(jdkNative("java.util.zip.Inflater.inflateBytesBytes"), LOAD))
                .looks(3, 0.95)
                .diagnosis();

        assertThat(inflates.cause().kind()).isEqualTo(Kind.CPU);
    }

    @ParameterizedTest
    @CsvSource({"0.0, BLOCKING_CALL", "0.05, BLOCKING_CALL", "0.45, BLOCKING_CALL", "0.55, CPU", "1.0, CPU"})
    void native_code_computes_where_it_is_on_the_processor_for_half_of_the_time(double processor, Kind kind) {
        Diagnosis diagnosis = Held.onJdk(25)
                .runnable(Stacks.of(jdkNative("java.util.zip.Inflater.inflateBytesBytes"), LOAD))
                .look(50, processor)
                .look(50, processor)
                .look(200, processor)
                .diagnosis();

        assertThat(diagnosis.cause().kind()).isEqualTo(kind);
    }

    @Test
    void the_code_that_most_samples_show_is_shown() {
        StackTraceElement often = app("com.acme.orders.Pricing.discount:55");
        StackTraceElement seldom = app("com.acme.orders.Pricing.log:90");
        Held held = Held.onJdk(25).runnable(Stacks.of(seldom, HANDLE)).look(50, 1);
        held.runnable(Stacks.of(often, HANDLE)).look(50, 1).look(100, 1).look(200, 1);
        held.runnable(Stacks.of(seldom, HANDLE)).look(400, 1);

        Diagnosis computes = held.diagnosis();

        assertThat(culprit(computes)).isEqualTo(often);
        assertThat(offender(computes)).isEqualTo(often);
    }

    @Test
    void samples_at_different_lines_of_one_method_or_lambda_count_as_one() {
        Held held = Held.onJdk(25)
                .runnable(Stacks.of(app("com.acme.Totals.lambda$sum$3:10")))
                .look(50, 1);
        held.runnable(Stacks.of(app("com.acme.Other.run:1"))).look(50, 1);
        held.runnable(Stacks.of(app("com.acme.Totals.lambda$sum$4:99"))).look(100, 1);

        assertThat(offender(held.diagnosis()).getClassName()).isEqualTo("com.acme.Totals");
    }

    @ParameterizedTest
    @CsvSource({"70, 80, PINNED", "80, 70, CPU"})
    void a_mixed_hold_takes_the_largest_share_and_shows_all(long computing, long parking, Kind kind) {
        Held held =
                Held.onJdk(25).runnable(Stacks.of(LOAD)).look(computing / 2, 1).look(computing / 2, 1);
        held.parked(Stacks.sleeping(HANDLE)).look(parking / 2, 0).look(parking / 2, 0);

        Diagnosis mixed = held.diagnosis();

        assertThat(mixed.cause().kind()).isEqualTo(kind);
        assertThat(mixed.cause().sharesMs())
                .containsOnly(entry(Kind.CPU, (double) computing), entry(Kind.PINNED, (double) parking));
        assertThat(offender(mixed)).isEqualTo(kind == Kind.CPU ? LOAD : HANDLE);
    }

    @Test
    void two_parks_in_one_hold_are_one_pinned_hold() {
        Held held = Held.onJdk(25).parked(Stacks.sleeping(LOAD)).look(70, 0).look(70, 0);

        assertThat(held.diagnosis().cause().kind()).isEqualTo(Kind.PINNED);
        assertThat(held.diagnosis().cause().sharesMs()).isEmpty();
    }

    @Test
    void what_comes_after_the_last_look_belongs_to_what_that_one_saw() {
        Held held = Held.onJdk(25).runnable(Stacks.of(LOAD)).look(50, 1).look(10, 1);
        held.runnable(Stacks.reading(HANDLE)).look(10, 0).look(10, 0);

        assertThat(held.endedAfter(10).cause().kind()).isEqualTo(Kind.CPU);
        assertThat(held.endedAfter(100).cause().kind()).isEqualTo(Kind.BLOCKING_CALL);
    }

    @Test
    void what_is_between_two_looks_belongs_to_both() {
        Held held = Held.onJdk(25).entering(Stacks.of(LOAD)).look(50, 0);
        held.runnable(Stacks.reading(HANDLE)).look(60, 0);

        assertThat(held.diagnosis().cause().sharesMs())
                .containsOnly(entry(Kind.MONITOR, 80.0), entry(Kind.BLOCKING_CALL, 30.0));
    }

    @Test
    void while_no_processor_time_is_known_a_look_takes_the_kind_of_the_next_one() {
        Held held = Held.onJdk(25).runnable(Stacks.of(LOAD)).whileInitializing(RATES);
        held.withoutProcessorTime().look(50, 1).look(50, 1);
        held.withProcessorTime().whileInitializing().look(100, 1).look(100, 1);

        assertThat(held.diagnosis().cause().kind()).isEqualTo(Kind.CPU);
    }

    @Test
    void computing_is_measured_so_a_look_that_shows_it_does_not_claim_what_was_before() {
        Held held = Held.onJdk(25)
                .runnable(Stacks.of(LOAD))
                .whileInitializing(RATES)
                .look(50, 0)
                .look(50, 0);
        held.whileInitializing().look(200, 0.1);

        Diagnosis late = held.endedAfter(10);

        assertThat(late.cause().kind()).isEqualTo(Kind.CLASS_INIT_WAIT);
        assertThat(late.cause().sharesMs()).containsOnly(entry(Kind.CLASS_INIT_WAIT, 280.0), entry(Kind.CPU, 30.0));
    }

    @Test
    void a_thread_that_waits_for_anothers_initializer_has_no_frame_of_its_own() {
        Diagnosis waits = Held.onJdk(25)
                .runnable(Stacks.of(LOAD, HANDLE))
                .whileInitializing(RATES)
                .looks(2, 0)
                .diagnosis();

        assertThat(waits.cause().kind()).isEqualTo(Kind.CLASS_INIT_WAIT);
        assertThat(waits.cause().operation()).isEqualTo("initialization of com.acme.orders.Rates");
        assertThat(waits.severity()).isEqualTo(Severity.ERROR);
        assertThat(culprit(waits)).isEqualTo(LOAD);
        assertThat(waits.why())
                .isEqualTo("It waits for the initialization of com.acme.orders.Rates, which thread \"main\" #1 runs,"
                        + " and the VM keeps it on its carrier meanwhile.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"java.lang.Class.forName0", "jdk.internal.misc.Unsafe.ensureClassInitialized0"})
    void the_natives_that_initialize_wait_for_initializers(String method) {
        Diagnosis waits = Held.onJdk(27)
                .runnable(Stacks.of(jdkNative(method), LOAD))
                .inNative()
                .whileInitializing(RATES)
                .looks(2, 0)
                .diagnosis();

        assertThat(waits.cause().kind()).isEqualTo(Kind.CLASS_INIT_WAIT);
    }

    @Test
    void other_natives_do_not_although_somebody_initializes() {
        Diagnosis reads = Held.onJdk(25)
                .runnable(Stacks.reading(LOAD))
                .whileInitializing(RATES)
                .looks(2, 0)
                .diagnosis();

        assertThat(reads.cause().kind()).isEqualTo(Kind.BLOCKING_CALL);
    }

    @Test
    void what_is_on_the_processor_waits_for_nobody() {
        Diagnosis computes = Held.onJdk(25)
                .runnable(Stacks.of(LOAD))
                .whileInitializing(RATES)
                .looks(3, 1)
                .diagnosis();

        assertThat(computes.cause().kind()).isEqualTo(Kind.CPU);
    }

    @Test
    void of_several_initializers_the_one_next_to_the_waiting_code_is_named() {
        var nearby = new Initializer("com.acme.orders.OrderCache$Holder", new ThreadRef("order-7", 44));
        Diagnosis waits = Held.onJdk(25)
                .runnable(Stacks.of(LOAD))
                .whileInitializing(RATES, nearby)
                .looks(2, 0)
                .diagnosis();

        assertThat(waits.cause().operation()).isEqualTo("initialization of com.acme.orders.OrderCache$Holder");
    }

    @Test
    void without_any_look_it_says_that_it_does_not_know() {
        Diagnosis unknown = Diagnosis.of(new Evidence(25, 0, 140 * Held.MILLI, List.of(), Parks.NONE, null));

        assertThat(unknown.frames()).isEmpty();
        assertThat(unknown.offender()).isNegative();
        assertThat(unknown.culprit()).isNegative();
        assertThat(unknown.why()).contains("what it did is not known");
    }

    @Test
    void the_frames_of_our_own_bridge_are_not_shown() {
        Diagnosis parks = Held.onJdk(25)
                .parked(Stacks.of(
                        jdk("java.lang.SnagBridge.parking:1"),
                        jdk("java.lang.VirtualThread.parkOnCarrierThread:675"),
                        LOAD))
                .looks(2, 0)
                .diagnosis();

        assertThat(parks.frames()).noneMatch(frame -> frame.getClassName().contains("SnagBridge"));
        assertThat(offender(parks)).isEqualTo(LOAD);
    }
}
