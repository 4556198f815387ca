package dev.snag.runtime.strict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.findings.Category;
import dev.snag.findings.ThreadRef;
import dev.snag.runtime.bridge.Calls;
import dev.snag.runtime.witness.OwnPin;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The witness is called through the bridge, as its stack is read from there down. */
@SuppressWarnings("unchecked")
class CallWitnessTest {

    private static final int FILE = 1;

    private final AtomicReference<BiConsumer<Thread, long[]>> listener =
            (AtomicReference<BiConsumer<Thread, long[]>>) Calls.SHARED[0];
    private boolean allowed;
    private int rings;
    private final CallWitness witness;

    CallWitnessTest() throws ReflectiveOperationException {
        witness = new CallWitness((thread, begin, end) -> allowed, OwnPin.open(25));
    }

    @BeforeEach
    void listen() {
        witness.ring(() -> rings++);
        listener.set(witness);
    }

    @AfterEach
    void leaveNothingBehind() {
        listener.set(null);
    }

    /** What the bridge does at the exit of a forbidden call. */
    private static void tell(long begin, long end) {
        try {
            Method tell =
                    Calls.class.getDeclaredMethod("tell", long[].class, long.class, int.class, long.class, long.class);
            tell.setAccessible(true);
            tell.invoke(null, new long[56], 1L, FILE, begin, end);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private List<ForbiddenCall> collected() {
        return witness.collect(id -> new ThreadRef("carrier", id));
    }

    private static void onePlace(long nanos) {
        tell(1, 1 + nanos);
    }

    @Test
    void a_call_is_taken_with_its_thread_its_time_and_the_stack_of_the_program() {
        onePlace(7);

        ForbiddenCall call = collected().getFirst();
        assertThat(call.category()).isEqualTo(Category.FILE);
        assertThat(call.nanos()).isEqualTo(7);
        assertThat(call.thread().id()).isEqualTo(Thread.currentThread().threadId());
        assertThat(call.carrier().name()).isEqualTo("carrier");
        assertThat(call.frames()).noneMatch(frame -> frame.getClassName().equals(Calls.class.getName()));
        assertThat(call.offender().getMethodName()).isEqualTo("tell");
        assertThat(collected()).isEmpty();
        assertThat(rings).isEqualTo(1);
    }

    @Test
    void of_many_calls_of_one_place_the_first_are_taken_and_the_others_counted_with_the_longest() {
        for (int i = 1; i <= 1_000; i++) {
            onePlace(i);
        }

        assertThat(collected()).hasSize(CallSite.WITH_STACK).allMatch(call -> call.count() == 1);
        assertThat(witness.counted()).singleElement().satisfies(many -> {
            assertThat(many.count()).isEqualTo(1_000 - CallSite.WITH_STACK);
            assertThat(many.nanos()).isEqualTo(1_000);
            assertThat(many.offender().getMethodName()).isEqualTo("tell");
        });
        assertThat(witness.counted()).isEmpty();
    }

    @Test
    void what_the_program_allows_is_not_taken() {
        allowed = true;
        onePlace(7);

        assertThat(collected()).isEmpty();
    }

    @Test
    void its_rehearsal_leaves_nothing_behind() {
        witness.rehearse(Thread.currentThread());

        assertThat(collected()).isEmpty();
        assertThat(witness.counted()).isEmpty();
        assertThat(witness.counts()).isFalse();
    }

    @Test
    void the_collector_hands_all_on_at_its_end_and_what_was_lost() {
        var calls = new ArrayList<ForbiddenCall>();
        var lost = new long[1];
        var collector = new CallCollector(witness, id -> new ThreadRef("", id), calls::add, count -> lost[0] += count);
        for (int i = 0; i < 50; i++) {
            onePlace(1);
        }
        collector.finish();

        assertThat(calls.stream().mapToLong(ForbiddenCall::count).sum()).isEqualTo(50);
        assertThat(lost[0]).isZero();
    }
}
