package dev.snag.runtime.witness;

import dev.snag.runtime.diagnosis.Evidence;
import dev.snag.runtime.diagnosis.PinWitness;

/** What pins the calling thread, where only it can tell (JDK 21 to 23). */
public final class OwnPin {

    private final PinWalk walk;

    private OwnPin(PinWalk walk) {
        this.walk = walk;
    }

    /**
     * Of this JVM.
     *
     * @param jdk feature version of the JVM
     * @throws ReflectiveOperationException where a JDK before 24 has no walker that tells monitors
     */
    public static OwnPin open(int jdk) throws ReflectiveOperationException {
        return new OwnPin(jdk < Evidence.MONITORS_UNMOUNT ? PinWalk.open() : null);
    }

    /** What pins; null where the frames or the VM tell as well. */
    public PinWitness ofCurrentThread() {
        return walk == null ? null : walk.now();
    }
}
