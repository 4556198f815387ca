package dev.snag.runtime.jfr;

import jdk.jfr.FlightRecorder;

/** Whether this JVM records, asked without being the first to load any of JFR. */
public final class FlightRecording {

    private static final String LOADED_FIRST = "jdk.jfr.internal";

    private FlightRecording() {}

    /** Whether the module is in this JVM. */
    public static boolean available() {
        return ModuleLayer.boot().findModule("jdk.jfr").isPresent();
    }

    /** Whether there has been a recording; the boot loader has a package only where it has loaded a class of it. */
    @SuppressWarnings("deprecation") // it says which class loader's packages are meant: ours and its parents'
    static boolean begun() {
        return Package.getPackage(LOADED_FIRST) != null && FlightRecorder.isInitialized();
    }
}
