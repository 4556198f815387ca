package dev.snag.runtime.strict;

import dev.snag.findings.Category;
import dev.snag.findings.ThreadRef;
import dev.snag.runtime.bridge.Calls;
import dev.snag.runtime.jvm.OwnThreads;
import dev.snag.runtime.options.StrictRules;
import dev.snag.runtime.witness.OwnPin;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;

/** The engine's side of {@link Calls}: listens to it, and hands on what it hears. */
public final class StrictWatch {

    private final Class<?> bridge;
    private final StrictRules rules;
    private final AtomicReference<BiConsumer<Thread, long[]>> listener;
    private final AtomicInteger told;
    private final AtomicLong errors;
    private final AtomicReference<Function<Object, Object>> foreign;
    private CallCollector collector;

    /**
     * Hears nothing yet.
     *
     * @param bridge the class {@code Calls}, or its copy under another name
     * @throws ReflectiveOperationException where it is not such a class
     */
    @SuppressWarnings("unchecked")
    public StrictWatch(Class<?> bridge, StrictRules rules) throws ReflectiveOperationException {
        this.bridge = bridge;
        this.rules = rules;
        var shared = (Object[]) bridge.getField("SHARED").get(null);
        listener = (AtomicReference<BiConsumer<Thread, long[]>>) shared[0];
        told = (AtomicInteger) shared[1];
        errors = (AtomicLong) shared[2];
        foreign = (AtomicReference<Function<Object, Object>>) shared[3];
    }

    /**
     * Listens from now on.
     *
     * @param carriers names a carrier by its id
     * @param calls takes what is found; called on a thread of ours
     * @param dropped takes the number of calls for which there was no room
     * @throws ReflectiveOperationException where this JVM lacks what is needed
     */
    public void begin(
            AllowedCalls allowed,
            Function<Long, ThreadRef> carriers,
            Consumer<ForbiddenCall> calls,
            LongConsumer dropped)
            throws ReflectiveOperationException {
        var witness = new CallWitness(allowed, OwnPin.open(Runtime.version().feature()));
        collector = new CallCollector(witness, carriers, calls, dropped);
        witness.rehearse(Thread.currentThread());
        if (rules.categories().contains(Category.NATIVE)) {
            foreign.set(new ForeignHandles(bridge));
        }
        OwnThreads.daemon("snag-calls", collector).start();
        listener.set(witness);
        told.set(bits());
    }

    private int bits() {
        int bits = rules.pinned() ? 1 << Calls.PINNED : 0;
        for (Category category : rules.categories()) {
            bits |= 1 << number(category);
        }
        return rules.own().isEmpty() ? bits : bits | 1 << number(Category.OWN_RULE);
    }

    /** The bridge's number of a category. */
    public static int number(Category category) {
        return category == Category.CLASS_LOADING ? Calls.CLASS_LOADING : category.ordinal() + 1;
    }

    /** Hands on what was heard by now. */
    public void flush() {
        if (collector != null) {
            collector.flush();
        }
    }

    /** Hands the last calls on. */
    public void end() {
        told.set(0);
        if (collector != null) {
            collector.finish();
        }
    }

    /** Errors that were kept from the application. */
    public long errors() {
        return errors.get();
    }
}
