package dev.snag.runtime.ledger;

import static dev.snag.runtime.diagnosis.Stacks.app;
import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.findings.PinReason;
import dev.snag.runtime.diagnosis.Diagnosis;
import dev.snag.runtime.diagnosis.Evidence;
import dev.snag.runtime.diagnosis.Look;
import dev.snag.runtime.diagnosis.PinWitness;
import dev.snag.runtime.diagnosis.Stacks;
import dev.snag.runtime.jvm.Sight;
import dev.snag.runtime.jvm.StackSight;
import dev.snag.runtime.ledger.MonitorSites.Owned;
import dev.snag.runtime.slots.CarrierSlot.Parks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PinSearchTest {

    private static final StackTraceElement CLIENT = app("com.acme.http.Client.send:20");
    private static final StackTraceElement CACHE = app("com.acme.orders.Cache.load:88");
    private static final StackTraceElement RATES = app("com.acme.orders.Rates.<clinit>:12");

    private final Map<StackTraceElement, Owned> code = new HashMap<>();

    @Test
    void the_innermost_frame_whose_code_owns_a_monitor_is_the_culprit() {
        code.put(CACHE, new Owned.Monitor("com.acme.orders.Cache"));

        Diagnosis found = search(21, null, CLIENT, CACHE, RATES);

        assertThat(found.cause().reason()).isEqualTo(PinReason.MONITOR);
        assertThat(found.cause().monitor().className()).isEqualTo("com.acme.orders.Cache");
        assertThat(found.frames().get(found.culprit())).isEqualTo(CACHE);
        assertThat(found.why())
                .isEqualTo(
                        "It parked in Thread.sleep and could not unmount, because com.acme.orders.Cache.load owns the"
                                + " monitor of com.acme.orders.Cache (until JDK 23 a monitor pins).");
    }

    @Test
    void a_monitor_around_what_pins_already_is_not_the_reason() {
        code.put(CACHE, new Owned.Monitor("com.acme.orders.Cache"));

        Diagnosis found = search(21, null, CLIENT, RATES, CACHE);

        assertThat(found.cause().reason()).isEqualTo(PinReason.CLASS_INIT);
        assertThat(found.frames().get(found.culprit())).isEqualTo(RATES);
    }

    @Test
    void where_no_frame_owns_a_monitor_the_vm_or_native_code_has_called() {
        Diagnosis found = search(21, null, CLIENT, CACHE);

        assertThat(found.cause().reason()).isEqualTo(PinReason.NATIVE_FRAME);
        assertThat(found.why()).contains("the VM or native code called into Java beneath it");
    }

    @Test
    void where_some_code_could_not_be_read_a_monitor_remains_the_likely_reason() {
        code.put(CACHE, new Owned.Unknown());

        Diagnosis found = search(21, null, CLIENT, CACHE);

        assertThat(found.cause().reason()).isEqualTo(PinReason.MONITOR);
        assertThat(found.culprit()).isNegative();
    }

    @Test
    void what_the_thread_itself_saw_is_not_searched_for() {
        code.put(CLIENT, new Owned.Monitor("com.acme.http.Client"));
        var witness = new PinWitness(
                7, 1, PinReason.MONITOR, CACHE.getClassName(), CACHE.getMethodName(), List.of("com.acme.Lock"));

        Diagnosis found = search(21, witness, CLIENT, CACHE);

        assertThat(found.cause().monitor().className()).isEqualTo("com.acme.Lock");
        assertThat(found.frames().get(found.culprit())).isEqualTo(CACHE);
    }

    @Test
    void where_monitors_do_not_pin_none_is_searched_for() {
        code.put(CLIENT, new Owned.Monitor("com.acme.http.Client"));

        assertThat(search(25, null, CLIENT, CACHE).cause().reason()).isEqualTo(PinReason.NATIVE_FRAME);
    }

    private Diagnosis search(int jdk, PinWitness witness, StackTraceElement... frames) {
        var sight = new Sight(Sight.VirtualState.PINNED, Thread.State.WAITING, 0);
        var stack = new StackSight(Stacks.sleeping(frames), null);
        var parks = new Parks(1, 100);
        var look = new Look(100, sight, -1, parks, stack, false, Look.Details.NONE);
        var evidence = new Evidence(jdk, 0, 100, List.of(look), parks, witness);
        return PinSearch.refine(Diagnosis.of(evidence), new MonitorSites() {
            @Override
            public String monitorAt(StackTraceElement frame, boolean waits) {
                return null;
            }

            @Override
            public Owned ownedAt(StackTraceElement frame) {
                return code.getOrDefault(frame, new Owned.Nothing());
            }
        });
    }
}
