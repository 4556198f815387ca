package dev.snag.runtime.diagnosis;

import static dev.snag.runtime.diagnosis.Stacks.HANDLE;
import static dev.snag.runtime.diagnosis.Stacks.LOAD;
import static dev.snag.runtime.diagnosis.Stacks.app;
import static dev.snag.runtime.diagnosis.Stacks.appNative;
import static dev.snag.runtime.diagnosis.Stacks.jdk;
import static dev.snag.runtime.diagnosis.Stacks.jdkNative;
import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.findings.Kind;
import dev.snag.findings.PinReason;
import dev.snag.findings.Severity;
import dev.snag.runtime.slots.CarrierSlot.Parks;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PinnedTest {

    private static final StackTraceElement CLINIT = app("com.acme.orders.Rates.<clinit>:12");
    private static final StackTraceElement UPCALL = appNative("com.acme.codec.Codec.decode");

    @Test
    void a_monitor_that_pins_on_21_is_named_by_the_thread_itself() {
        Diagnosis pinned = Held.onJdk(21)
                .parked(Stacks.sleeping(LOAD, HANDLE))
                .witness(monitorOf(HANDLE, "com.acme.web.Session"))
                .looks(2, 0)
                .diagnosis();

        assertThat(pinned.cause().kind()).isEqualTo(Kind.PINNED);
        assertThat(pinned.cause().reason()).isEqualTo(PinReason.MONITOR);
        assertThat(pinned.cause().operation()).isEqualTo("Thread.sleep");
        assertThat(pinned.cause().monitor().className()).isEqualTo("com.acme.web.Session");
        assertThat(pinned.severity()).isEqualTo(Severity.ERROR);
        assertThat(offender(pinned)).isEqualTo(LOAD);
        assertThat(culprit(pinned)).isEqualTo(HANDLE);
        assertThat(pinned.why())
                .isEqualTo("It parked in Thread.sleep and could not unmount, because com.acme.web.OrderHandler.handle"
                        + " owns the monitor of com.acme.web.Session (until JDK 23 a monitor pins).");
        assertThat(pinned.advice())
                .isEqualTo("Use a java.util.concurrent lock instead of synchronized there, or run on JDK 24 or newer,"
                        + " where monitors no longer pin (JEP 491).");
    }

    @Test
    void on_21_a_monitor_is_taken_for_the_reason_where_nothing_else_pins_and_no_account_was_given() {
        Diagnosis pinned =
                Held.onJdk(21).parked(Stacks.locking(LOAD)).looks(2, 0).diagnosis();

        assertThat(pinned.cause().reason()).isEqualTo(PinReason.MONITOR);
        assertThat(pinned.culprit()).isNegative();
        assertThat(pinned.why())
                .isEqualTo("It parked in LockSupport.park and could not unmount, because a frame beneath owns the"
                        + " monitor of an object (until JDK 23 a monitor pins).");
    }

    @Test
    void where_nobody_came_to_look_the_stack_is_what_the_thread_itself_saw() {
        List<StackTraceElement> own = Stacks.sleeping(LOAD, CLINIT);
        var evidence = new Evidence(25, 0, 300, List.of(), new Parks(1, 290), null, own);

        Diagnosis pinned = Diagnosis.of(evidence);

        assertThat(pinned.cause().kind()).isEqualTo(Kind.PINNED);
        assertThat(pinned.cause().reason()).isEqualTo(PinReason.CLASS_INIT);
        assertThat(pinned.cause().sensors()).containsExactly("mount-hook", "park-hook", "pin-witness");
        assertThat(offender(pinned)).isEqualTo(LOAD);
        assertThat(culprit(pinned)).isEqualTo(CLINIT);
    }

    @Test
    void what_was_seen_of_a_short_park_does_not_stand_for_a_hold_that_mostly_computed() {
        var evidence = new Evidence(25, 0, 300, List.of(), new Parks(1, 20), null, Stacks.sleeping(LOAD, CLINIT));

        Diagnosis computed = Diagnosis.of(evidence);

        assertThat(computed.cause().kind()).isEqualTo(Kind.CPU);
        assertThat(computed.frames()).isEmpty();
    }

    @Test
    void on_21_the_vm_pins_where_the_thread_itself_saw_no_frame_that_does() {
        Diagnosis pinned = Held.onJdk(21)
                .parked(Stacks.sleeping(LOAD, HANDLE))
                .witness(PinWitness.ofNothing(7, 1))
                .looks(2, 0)
                .diagnosis();

        assertThat(pinned.cause().reason()).isEqualTo(PinReason.NATIVE_FRAME);
        assertThat(pinned.pinIsSurmised()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {21, 24, 25, 26, 27})
    void a_class_initializer_on_the_stack_pins_on_every_jdk(int jdk) {
        Diagnosis pinned = Held.onJdk(jdk)
                .parked(Stacks.sleeping(CLINIT, LOAD))
                .looks(2, 0)
                .diagnosis();

        assertThat(pinned.cause().reason()).isEqualTo(PinReason.CLASS_INIT);
        assertThat(culprit(pinned)).isEqualTo(CLINIT);
        assertThat(pinned.why())
                .isEqualTo("It parked in Thread.sleep and could not unmount, because com.acme.orders.Rates is being"
                        + " initialized on its stack (<clinit> pins).");
        assertThat(pinned.advice())
                .isEqualTo("Do not block in a static initializer; initialize the class at start-up, before virtual"
                        + " threads need it.");
    }

    @ParameterizedTest
    @ValueSource(ints = {21, 25})
    void a_native_method_beneath_pins_on_every_jdk(int jdk) {
        Diagnosis pinned = Held.onJdk(jdk)
                .parked(Stacks.sleeping(LOAD, UPCALL, HANDLE))
                .looks(2, 0)
                .diagnosis();

        assertThat(pinned.cause().reason()).isEqualTo(PinReason.NATIVE_FRAME);
        assertThat(culprit(pinned)).isEqualTo(UPCALL);
        assertThat(pinned.why())
                .isEqualTo("It parked in Thread.sleep and could not unmount, because the native method"
                        + " com.acme.codec.Codec.decode is on its stack.");
        assertThat(pinned.advice())
                .isEqualTo("Block outside of the call-back from native code, or make this call on a bounded pool of"
                        + " platform threads; no JDK up to 27 unmounts here.");
    }

    @Test
    void unsafe_park_itself_is_native_and_pins_nothing() {
        Diagnosis pinned =
                Held.onJdk(25).parked(Stacks.sleeping(LOAD)).looks(2, 0).diagnosis();

        assertThat(pinned.culprit()).isNegative();
        assertThat(pinned.why())
                .isEqualTo("It parked in Thread.sleep and could not unmount, because the VM or native code called into"
                        + " Java beneath it.");
    }

    @Test
    void from_24_on_a_class_loader_of_the_users_that_parks_was_called_by_the_vm() {
        StackTraceElement loader = app("com.acme.plugins.PluginLoader.loadClass:77");
        Diagnosis pinned = Held.onJdk(25)
                .parked(Stacks.sleeping(loader, jdk("java.lang.ClassLoader.loadClass:525"), LOAD))
                .looks(2, 0)
                .diagnosis();

        assertThat(pinned.cause().reason()).isEqualTo(PinReason.NATIVE_FRAME);
        assertThat(culprit(pinned)).isEqualTo(loader);
        assertThat(pinned.why())
                .endsWith("because com.acme.plugins.PluginLoader.loadClass was called by the VM or by native code.");
    }

    @Test
    void the_innermost_frame_that_pins_is_to_blame() {
        assertThat(culprit(parkedOn25(LOAD, CLINIT, UPCALL))).isEqualTo(CLINIT);
        assertThat(culprit(parkedOn25(LOAD, UPCALL, CLINIT))).isEqualTo(UPCALL);
    }

    @Test
    void the_account_of_the_thread_goes_before_what_the_stack_looks_like() {
        Diagnosis pinned = Held.onJdk(21)
                .parked(Stacks.sleeping(LOAD, UPCALL))
                .witness(monitorOf(LOAD, "java.lang.Object"))
                .looks(2, 0)
                .diagnosis();

        assertThat(pinned.cause().reason()).isEqualTo(PinReason.MONITOR);
        assertThat(culprit(pinned)).isEqualTo(LOAD);
        assertThat(pinned.cause().sensors()).contains("pin-witness");
    }

    @Test
    void the_operation_is_the_outermost_frame_that_only_parks() {
        assertThat(operationOf(Stacks.sleeping(LOAD))).isEqualTo("Thread.sleep");
        assertThat(operationOf(Stacks.locking(LOAD))).isEqualTo("LockSupport.park");
        assertThat(operationOf(Stacks.of(
                        jdkNative("jdk.internal.misc.Unsafe.park"),
                        jdk("java.lang.VirtualThread.parkOnCarrierThread:675"),
                        jdk("java.lang.Thread.join:1984"),
                        LOAD)))
                .isEqualTo("Thread.join");
        assertThat(operationOf(Stacks.of(
                        jdkNative("jdk.internal.misc.Unsafe.park"),
                        jdk("java.lang.VirtualThread.parkOnCarrierThread:675"),
                        jdk("sun.nio.ch.Poller.poll:139"),
                        LOAD)))
                .isEqualTo("LockSupport.park");
    }

    @Test
    void the_time_is_known_by_the_park_hook_although_no_look_saw_it() {
        var parks = new dev.snag.runtime.slots.CarrierSlot.Parks(2, 140 * Held.MILLI);
        Diagnosis pinned = Diagnosis.of(new Evidence(25, 0, 140 * Held.MILLI, List.of(), parks, null));

        assertThat(pinned.cause().kind()).isEqualTo(Kind.PINNED);
        assertThat(pinned.cause().sensors()).containsExactly("mount-hook", "park-hook");
    }

    private static Diagnosis parkedOn25(StackTraceElement... below) {
        return Held.onJdk(25).parked(Stacks.sleeping(below)).looks(2, 0).diagnosis();
    }

    private static String operationOf(List<StackTraceElement> stack) {
        return Held.onJdk(25).parked(stack).looks(2, 0).diagnosis().cause().operation();
    }

    private static PinWitness monitorOf(StackTraceElement frame, String monitor) {
        return new PinWitness(17, 0, PinReason.MONITOR, frame.getClassName(), frame.getMethodName(), List.of(monitor));
    }

    static StackTraceElement culprit(Diagnosis diagnosis) {
        return diagnosis.frames().get(diagnosis.culprit());
    }

    static StackTraceElement offender(Diagnosis diagnosis) {
        return diagnosis.frames().get(diagnosis.offender());
    }
}
