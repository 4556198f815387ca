package dev.snag.runtime.slots;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;

/**
 * All carriers that were ever mounted on and still live. Only the monitor thread uses it.
 *
 * <p>The bridge is reached by reflection because at run time it is not the class of that name in this loader but its copy
 * in {@code java.lang}.
 */
public final class CarrierSlots {

    private final AtomicReference<Object[][]> carriers;
    private final MethodHandle forget;
    private final MethodHandle setWitness;
    private final MethodHandle errors;

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
        var lookup = MethodHandles.publicLookup();
        carriers = (AtomicReference<Object[][]>) bridge.getField("CARRIERS").get(null);
        forget = lookup.findStatic(bridge, "forget", MethodType.methodType(void.class, Object[].class));
        setWitness = lookup.findStaticSetter(bridge, "witness", BiConsumer.class);
        errors = lookup.findStaticGetter(bridge, "errors", long.class);
    }

    /** The carriers of now; those that have ended are forgotten, their counts are kept. */
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

    private CarrierSlot viewOf(Object[] entry) {
        for (CarrierSlot slot : slots) {
            if (slot.entry() == entry) {
                return slot;
            }
        }
        return new CarrierSlot(entry);
    }

    /** Takes a carrier that has ended out. */
    public void forget(CarrierSlot slot) {
        endedMounts += slot.mounts();
        endedParks += slot.pinnedParks();
        invoke(() -> forget.invoke(slot.entry()));
    }

    /** Mounts on all carriers, ended ones included. */
    public long mounts() {
        return endedMounts + present().stream().mapToLong(CarrierSlot::mounts).sum();
    }

    /** Pinned parks on all carriers, ended ones included. */
    public long pinnedParks() {
        return endedParks
                + present().stream().mapToLong(CarrierSlot::pinnedParks).sum();
    }

    /** Sets who is asked at the start of a pinned park, on the thread itself; null for nobody. */
    public void witness(BiConsumer<Thread, Thread> witness) {
        invoke(() -> {
            setWitness.invoke(witness);
            return null;
        });
    }

    /** Errors that a hook kept from the application. */
    public long errors() {
        return (long) invoke(errors::invoke);
    }

    private static Object invoke(Call call) {
        try {
            return call.run();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable t) {
            throw new IllegalStateException(t);
        }
    }

    private interface Call {
        Object run() throws Throwable;
    }
}
