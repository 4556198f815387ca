package dev.snag.runtime.diagnosis;

import static dev.snag.runtime.diagnosis.Stacks.HANDLE;
import static dev.snag.runtime.diagnosis.Stacks.LOAD;
import static dev.snag.runtime.diagnosis.Stacks.app;
import static dev.snag.runtime.diagnosis.Stacks.jdk;
import static dev.snag.runtime.diagnosis.Stacks.jdkNative;
import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.findings.Category;
import dev.snag.findings.Kind;
import dev.snag.findings.PinReason;
import dev.snag.findings.ThreadRef;
import dev.snag.runtime.diagnosis.VmAccount.Block;
import dev.snag.runtime.jvm.Jvm.Initializer;
import dev.snag.runtime.slots.CarrierSlot.Parks;
import java.util.List;
import org.junit.jupiter.api.Test;

class VmWordTest {

    private static final long MILLI = Held.MILLI;
    private static final String CLINIT_SAID = "VM call to com.acme.orders.Rates.<clinit> on stack";
    private static final StackTraceElement CLINIT = app("com.acme.orders.Rates.<clinit>:12");
    private static final List<StackTraceElement> READING =
            Stacks.of(jdkNative("java.io.FileInputStream.read0"), jdk("java.io.FileInputStream.read:206"), LOAD);

    @Test
    void the_vm_is_named_as_a_sensor_where_it_said_something() {
        Diagnosis pinned = parkedOn25(LOAD, CLINIT);

        assertThat(pinned.with(List.of(pinned("LockSupport.park", CLINIT_SAID)))
                        .cause()
                        .sensors())
                .endsWith("monitor", "jfr");
    }

    @Test
    void the_vm_is_not_named_where_it_said_nothing() {
        Diagnosis pinned = parkedOn25(LOAD, CLINIT);

        assertThat(pinned.with(List.of())).isEqualTo(pinned);
        assertThat(pinned.cause().sensors()).doesNotContain("jfr");
    }

    @Test
    void the_vms_reason_is_told_with_its_own_words() {
        assertThat(parkedOn25(LOAD, CLINIT)
                        .with(List.of(pinned("LockSupport.park", CLINIT_SAID)))
                        .why())
                .isEqualTo("It parked in Thread.sleep and could not unmount, because com.acme.orders.Rates is being"
                        + " initialized on its stack (<clinit> pins); the VM says: VM call to"
                        + " com.acme.orders.Rates.<clinit> on stack.");
    }

    @Test
    void a_reason_that_the_stack_shows_stands_whatever_the_vm_calls_it() {
        Diagnosis pinned =
                parkedOn25(LOAD, CLINIT).with(List.of(pinned("LockSupport.park", "Freeze or preempt failed (2)")));

        assertThat(pinned.cause().reason()).isEqualTo(PinReason.CLASS_INIT);
        assertThat(pinned.frames().get(pinned.culprit())).isEqualTo(CLINIT);
    }

    @Test
    void where_no_frame_pins_the_vm_knows_the_reason() {
        assertThat(reasonOf("Freeze or preempt failed (2)")).isEqualTo(PinReason.CRITICAL_SECTION);
        assertThat(reasonOf(CLINIT_SAID)).isEqualTo(PinReason.CLASS_INIT);
        assertThat(reasonOf("Native or VM frame on stack")).isEqualTo(PinReason.NATIVE_FRAME);
    }

    @Test
    void an_unknown_reason_of_the_vm_is_told_and_changes_nothing() {
        Diagnosis pinned = parkedOn25(LOAD).with(List.of(pinned("LockSupport.park", "Freeze or preempt failed (9)")));

        assertThat(pinned.cause().reason()).isEqualTo(PinReason.NATIVE_FRAME);
        assertThat(pinned.why()).endsWith("; the VM says: Freeze or preempt failed (9).");
    }

    @Test
    void on_21_the_monitors_class_and_the_thread_that_had_it_come_from_the_vm() {
        Diagnosis entering =
                Held.onJdk(21).entering(Stacks.of(LOAD, HANDLE)).looks(2, 0).diagnosis();
        var owner = new ThreadRef("flush", 27);

        Diagnosis known =
                entering.with(List.of(new VmAccount.Contended(block(100, List.of()), "com.acme.Lock", owner)));

        assertThat(entering.cause().monitor().className()).isNull();
        assertThat(known.cause().monitor().className()).isEqualTo("com.acme.Lock");
        assertThat(known.cause().monitor().owner()).isEqualTo(owner);
        assertThat(known.cause().kind()).isEqualTo(Kind.MONITOR);
    }

    @Test
    void the_class_that_is_waited_for_is_the_one_that_the_vm_names() {
        var other = new Initializer("com.acme.Other", new ThreadRef("a", 1));
        var awaited = new Initializer("com.acme.Rates", new ThreadRef("b", 2));
        Diagnosis waiting = Held.onJdk(25)
                .runnable(Stacks.of(LOAD, HANDLE))
                .whileInitializing(other, awaited)
                .looks(2, 0)
                .diagnosis();

        Diagnosis known = waiting.with(List.of(
                pinned("Contended monitor enter", "Waited for initialization of com.acme.Rates by another thread")));

        assertThat(waiting.cause().operation()).isEqualTo("initialization of com.acme.Other");
        assertThat(known.cause().operation()).isEqualTo("initialization of com.acme.Rates");
        assertThat(known.why())
                .isEqualTo(
                        "It waits for the initialization of com.acme.Rates, which thread \"b\" #2 runs, and the VM keeps"
                                + " it on its carrier meanwhile.");
    }

    @Test
    void the_file_of_a_blocking_call_is_named() {
        Diagnosis reading =
                Held.onJdk(25).runnable(READING).inNative().looks(2, 0).diagnosis();

        assertThat(reading.cause().category()).isEqualTo(Category.FILE);
        assertThat(reading.with(List.of(new VmAccount.FileAccess(block(100, List.of()), "/var/spool/orders")))
                        .why())
                .isEqualTo(
                        "It is in the native method FileInputStream.read0 (file), for which the JDK does not unmount;"
                                + " the file is /var/spool/orders.");
    }

    @Test
    void a_file_that_was_read_is_not_named_where_something_else_held() {
        assertThat(parkedOn25(LOAD, CLINIT)
                        .with(List.of(new VmAccount.FileAccess(block(20, List.of()), "/var/spool/orders")))
                        .why())
                .doesNotContain("/var/spool");
    }

    @Test
    void what_nobody_looked_at_the_vm_has_seen() {
        var account = new VmAccount.Contended(block(100, List.of(LOAD, HANDLE)), "com.acme.Lock", null);
        Diagnosis unseen = Diagnosis.of(new Evidence(21, 0, 120 * MILLI, List.of(), Parks.NONE, null));

        Diagnosis known = unseen.with(List.of(account));

        assertThat(unseen.cause().kind()).isEqualTo(Kind.CPU);
        assertThat(known.cause().kind()).isEqualTo(Kind.MONITOR);
        assertThat(known.frames()).containsExactly(LOAD, HANDLE);
        assertThat(known.cause().sensors()).containsExactly("mount-hook", "jfr");
    }

    @Test
    void what_the_vm_saw_of_a_small_part_is_not_taken_for_the_whole() {
        var account = new VmAccount.Contended(block(30, List.of(LOAD, HANDLE)), "com.acme.Lock", null);

        Diagnosis unseen = Diagnosis.of(new Evidence(21, 0, 120 * MILLI, List.of(), Parks.NONE, null));

        assertThat(unseen.with(List.of(account)).cause().kind()).isEqualTo(Kind.CPU);
    }

    @Test
    void the_vm_has_nothing_to_say_of_computing_and_of_native_code() {
        Diagnosis computing =
                Held.onJdk(25).runnable(Stacks.of(LOAD)).looks(2, 1).diagnosis();
        Diagnosis calling = Held.onJdk(25)
                .runnable(Stacks.of(Stacks.appNative("com.acme.codec.Codec.decode"), LOAD))
                .looks(2, 0)
                .diagnosis();

        assertThat(VmAccount.mayComeOf(computing)).isFalse();
        assertThat(VmAccount.mayComeOf(calling)).isFalse();
        assertThat(VmAccount.mayComeOf(parkedOn25(LOAD))).isTrue();
    }

    private static PinReason reasonOf(String said) {
        return parkedOn25(LOAD)
                .with(List.of(pinned("LockSupport.park", said)))
                .cause()
                .reason();
    }

    private static Diagnosis parkedOn25(StackTraceElement... below) {
        return Held.onJdk(25).parked(Stacks.sleeping(below)).looks(2, 0).diagnosis();
    }

    private static VmAccount pinned(String operation, String reason) {
        return new VmAccount.Pinned(block(100, List.of(LOAD)), operation, reason);
    }

    private static Block block(long millis, List<StackTraceElement> frames) {
        return new Block(17, 0, millis * MILLI, frames);
    }
}
