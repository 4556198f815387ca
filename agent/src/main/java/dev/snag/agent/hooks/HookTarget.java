package dev.snag.agent.hooks;

import java.util.List;

/**
 * A method of the JDK that is woven. These two are the only ones of {@code VirtualThread} that lie outside of a mount
 * transition, and have the same name and descriptor on JDK 21 to 27.
 *
 * @param sensor the name under which users read of it
 * @param owner internal name of the class
 * @param notSeen what is lost without it
 */
public record HookTarget(String sensor, String owner, String method, String descriptor, Weave weave, String notSeen) {

    /** Internal name of the class that has all targets. */
    public static final String VIRTUAL_THREAD = "java/lang/VirtualThread";

    /** What is called where. */
    enum Weave {
        /** {@code mounted(this)} at the entry, {@code unmounted()} at each exit. */
        MOUNT,
        /** {@code starting(this)} at the entry. */
        START,
        /** {@code parking(this, carrierThread)} at the entry, {@code parked(carrierThread)} at each exit. */
        PARK
    }

    /** Around each mount, on the carrier. */
    public static final HookTarget MOUNT = new HookTarget(
            "mount-hook", VIRTUAL_THREAD, "runContinuation", "()V", Weave.MOUNT, "no hold at all is seen");

    /** Around each park that cannot unmount, on the virtual thread. */
    public static final HookTarget PARK = new HookTarget(
            "park-hook",
            VIRTUAL_THREAD,
            "parkOnCarrierThread",
            "(ZJ)V",
            Weave.PARK,
            "pinned parks are not counted, and on JDK 21 to 23 the monitor that pins is not named");

    /** At the start of a virtual thread, on the thread that starts it. */
    public static final HookTarget CREATION = new HookTarget(
            "creation-hook",
            VIRTUAL_THREAD,
            "start",
            "(Ljdk/internal/vm/ThreadContainer;)V",
            Weave.START,
            "where virtual threads were started is not told");

    /** Those that are always woven. */
    public static final List<HookTarget> ALL = List.of(MOUNT, PARK);

    /** Those that are woven with the option {@code creation-sites}. */
    public static final List<HookTarget> WITH_CREATION = List.of(MOUNT, PARK, CREATION);

    boolean is(String name, String descriptorOfMethod) {
        return method.equals(name) && descriptor.equals(descriptorOfMethod);
    }
}
