package dev.snag.runtime.bridge;

/** Stands for {@code java.lang.Thread}, of which only classes of its own package may ask for the carrier. */
final class Carrier {

    private Carrier() {}

    /** In the copies of the bridge: {@code Thread.currentCarrierThread()}. */
    static Thread currentCarrierThread() {
        return Thread.currentThread();
    }
}
