package dev.snag.runtime.diagnosis;

import static dev.snag.runtime.diagnosis.PinnedTest.culprit;
import static dev.snag.runtime.diagnosis.Stacks.HANDLE;
import static dev.snag.runtime.diagnosis.Stacks.LOAD;
import static dev.snag.runtime.diagnosis.Stacks.app;
import static dev.snag.runtime.diagnosis.Stacks.appNative;
import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.findings.Kind;
import dev.snag.findings.MonitorRef;
import dev.snag.findings.PinReason;
import dev.snag.findings.Severity;
import dev.snag.findings.ThreadRef;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonitorTest {

    @Test
    void on_21_a_thread_that_waits_to_enter_keeps_its_carrier() {
        Diagnosis enters =
                Held.onJdk(21).entering(Stacks.of(LOAD, HANDLE)).looks(2, 0).diagnosis();

        assertThat(enters.cause().kind()).isEqualTo(Kind.MONITOR);
        assertThat(enters.cause().reason()).isNull();
        assertThat(enters.cause().operation()).isEqualTo("monitor enter");
        assertThat(enters.cause().monitor()).isEqualTo(new MonitorRef(null, null));
        assertThat(enters.severity()).isEqualTo(Severity.ERROR);
        assertThat(culprit(enters)).isEqualTo(LOAD);
        assertThat(enters.why())
                .isEqualTo("It waits to enter the monitor of an object; until JDK 23 it keeps its carrier meanwhile.");
    }

    @Test
    void the_class_of_the_monitor_and_its_owner_are_named_where_they_are_known() {
        Diagnosis enters = Held.onJdk(25)
                .entering(Stacks.of(LOAD, app("com.acme.orders.Rates.<clinit>:12"), HANDLE))
                .on(new ArrayList<>())
                .ownedBy(new ThreadRef("order-7", 44))
                .looks(2, 0)
                .diagnosis();

        assertThat(enters.cause().monitor())
                .isEqualTo(new MonitorRef("java.util.ArrayList", new ThreadRef("order-7", 44)));
        assertThat(enters.why())
                .isEqualTo("It waits to enter the monitor of java.util.ArrayList, which \"order-7\" #44 owns; and a"
                        + " class initializer on its stack keeps it on its carrier.");
    }

    @Test
    void the_class_that_the_code_tells_takes_the_place_of_the_unknown_one() {
        Diagnosis enters = Held.onJdk(21)
                .entering(Stacks.of(LOAD))
                .ownedBy(new ThreadRef("", 44))
                .looks(2, 0)
                .diagnosis()
                .withMonitorOf("com.acme.orders.OrderCache");

        assertThat(enters.cause().monitor())
                .isEqualTo(new MonitorRef("com.acme.orders.OrderCache", new ThreadRef("", 44)));
        assertThat(enters.why())
                .startsWith("It waits to enter the monitor of com.acme.orders.OrderCache, which #44 owns;");
    }

    @Test
    void on_21_object_wait_keeps_its_carrier_and_is_compensated() {
        Diagnosis waits = Held.onJdk(21)
                .waiting(Stacks.waiting(LOAD))
                .compensated()
                .looks(2, 0)
                .diagnosis();

        assertThat(waits.cause().kind()).isEqualTo(Kind.MONITOR);
        assertThat(waits.cause().operation()).isEqualTo("Object.wait");
        assertThat(waits.severity()).isEqualTo(Severity.WARNING);
        assertThat(waits.compensated()).isTrue();
        assertThat(culprit(waits)).isEqualTo(LOAD);
        assertThat(waits.why())
                .isEqualTo("It waits to be notified on the monitor of an object; until JDK 23 it keeps its carrier"
                        + " meanwhile; the JDK added a carrier meanwhile.");
    }

    @ParameterizedTest
    @CsvSource({
        "true, CLASS_INIT, and a class initializer on its stack keeps it on its carrier",
        "false, NATIVE_FRAME, and a native frame on its stack keeps it on its carrier"
    })
    void from_24_on_a_monitor_holds_a_carrier_only_where_something_beneath_pins(
            boolean initializes, PinReason reason, String held) {
        StackTraceElement beneath =
                initializes ? app("com.acme.orders.Rates.<clinit>:12") : appNative("com.acme.codec.Codec.decode");
        Diagnosis enters =
                Held.onJdk(25).entering(Stacks.of(LOAD, beneath)).looks(2, 0).diagnosis();
        Diagnosis waits = Held.onJdk(25)
                .waiting(Stacks.waiting(LOAD, beneath))
                .looks(2, 0)
                .diagnosis();

        assertThat(enters.cause().reason()).isEqualTo(reason);
        assertThat(waits.cause().reason()).isEqualTo(reason);
        assertThat(enters.why()).contains(held);
        assertThat(waits.why()).contains(held);
    }

    @Test
    void a_wait_without_a_frame_of_object_is_a_park_that_the_state_did_not_show_yet() {
        Diagnosis parks =
                Held.onJdk(25).waiting(Stacks.sleeping(LOAD)).looks(2, 0).diagnosis();

        assertThat(parks.cause().kind()).isEqualTo(Kind.PINNED);
    }
}
