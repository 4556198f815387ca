package dev.snag.runtime.slots;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * All carriers that were ever mounted on and still live. Only one thread at a time uses it.
 *
 * <p>The bridge is reached by what it shares, as at run time it is not the class of that name in this loader but its copy in
 * {@code java.lang}.
 */
public final class CarrierSlots {

    private final Class<?> bridge;
    private final AtomicReference<Object[][]> carriers;
    private final AtomicReference<BiConsumer<Thread, Thread>> witness;
    private final AtomicReference<Function<String, String>> control;
    private final AtomicLong errors;
    private final AtomicReference<Function<Object[], Object>> service;
    private final AtomicReference<AtomicLongArray[]> followed;

    private Object[][] seen = new Object[0][];
    private List<CarrierSlot> slots = List.of();
    private long endedMounts;
    private long endedParks;

    /**
     * Views the slots of a bridge.
     *
     * @param bridge the class {@code Bridge}, or its copy under another name
     * @throws ReflectiveOperationException where it is not such a class
     */
    @SuppressWarnings("unchecked")
    public CarrierSlots(Class<?> bridge) throws ReflectiveOperationException {
        this.bridge = bridge;
        var shared = (Object[]) bridge.getField("SHARED").get(null);
        carriers = (AtomicReference<Object[][]>) shared[0];
        witness = (AtomicReference<BiConsumer<Thread, Thread>>) shared[1];
        control = (AtomicReference<Function<String, String>>) shared[2];
        errors = (AtomicLong) shared[3];
        service = (AtomicReference<Function<Object[], Object>>) shared[4];
        followed = (AtomicReference<AtomicLongArray[]>) shared[5];
    }

    /** Whether a virtual thread was ever mounted. */
    public boolean used() {
        return carriers.get().length > 0;
    }

    /** The carriers of now. */
    public List<CarrierSlot> present() {
        Object[][] now = carriers.get();
        if (now != seen) {
            var next = new ArrayList<CarrierSlot>(now.length);
            for (Object[] entry : now) {
                next.add(viewOf(entry));
            }
            slots = next;
            seen = now;
        }
        return slots;
    }

    /** The same for any thread. */
    public List<CarrierSlot> all() {
        var all = new ArrayList<CarrierSlot>();
        for (Object[] entry : carriers.get()) {
            all.add(new CarrierSlot(entry));
        }
        return all;
    }

    /**
     * Whether a hold may have lasted so long that nobody has looked at, or an error may have kept one from being noted. Any thread may
     * ask, and before the first look only.
     *
     * @param now {@code System.nanoTime()}
     */
    public boolean mayHaveHeld(long nanos, long now) {
        if (errors() > 0) {
            return true;
        }
        for (CarrierSlot slot : all()) {
            if (slot.mayHaveHeld(nanos, now)) {
                return true;
            }
        }
        return false;
    }

    /** The slot of a carrier as of now, by its {@code threadId()}; null where it has none. Any thread may ask. */
    public CarrierSlot of(long carrierId) {
        for (Object[] entry : carriers.get()) {
            var slot = new CarrierSlot(entry);
            if (slot.carrierId() == carrierId) {
                return slot;
            }
        }
        return null;
    }

    private CarrierSlot viewOf(Object[] entry) {
        for (CarrierSlot slot : slots) {
            if (slot.entry() == entry) {
                return slot;
            }
        }
        return new CarrierSlot(entry);
    }

    /** Takes a carrier that has ended out; its counts are kept. */
    public void forget(CarrierSlot slot) {
        endedMounts += slot.mounts();
        endedParks += slot.pinnedParks();
        Object[][] old;
        Object[][] fewer;
        do {
            old = carriers.get();
            fewer = Arrays.stream(old).filter(entry -> entry != slot.entry()).toArray(Object[][]::new);
        } while (!carriers.compareAndSet(old, fewer));
    }

    /** Mounts on all carriers, ended ones included. */
    public long mounts() {
        long sum = endedMounts;
        for (CarrierSlot slot : present()) {
            sum += slot.mounts();
        }
        return sum;
    }

    /** Pinned parks on all carriers, ended ones included. */
    public long pinnedParks() {
        long sum = endedParks;
        for (CarrierSlot slot : present()) {
            sum += slot.pinnedParks();
        }
        return sum;
    }

    /** Who is asked at the start of a pinned park, on the thread itself; null for nobody. */
    public void setWitness(BiConsumer<Thread, Thread> asked) {
        witness.set(asked);
    }

    /** Who takes the options of an agent that is loaded once more. */
    public void setControl(Function<String, String> taker) {
        control.set(taker);
    }

    /** Who takes the options of an agent that is loaded once more; null where the first one has not got so far. */
    public Function<String, String> control() {
        return control.get();
    }

    /** Who answers the classes of {@code snag-api}. */
    public void setService(Function<Object[], Object> answering) {
        service.set(answering);
    }

    /** Who answers the classes of {@code snag-api}; null where nobody does. */
    public Function<Object[], Object> service() {
        return service.get();
    }

    /** Before the first scope is followed, so that nothing is left to be linked within a hook. */
    public void prepareToFollow() {
        try {
            bridge.getMethod("rehearseFollowing").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The scopes whose thread's stretches the hooks measure, as cells of the bridge; null for none. */
    public AtomicReference<AtomicLongArray[]> followed() {
        return followed;
    }

    /**
     * When the virtual thread that asks was mounted, {@code System.nanoTime()}; null where that cannot be told. The exit hook
     * of the carrier before may not have come yet, so the latest mount is the true one.
     */
    public Long mountOf(long threadId) {
        Long latest = null;
        for (Object[] entry : carriers.get()) {
            CarrierSlot.Mount mount = new CarrierSlot(entry).mount();
            if (mount != null && mount.threadId() == threadId && (latest == null || mount.start() - latest > 0)) {
                latest = mount.start();
            }
        }
        return latest;
    }

    /** Errors that a hook kept from the application. */
    public long errors() {
        return errors.get();
    }
}
