package dev.snag.runtime.jvm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;

/** How long the calling thread itself has waited for a processor (Linux: {@code /proc/thread-self/schedstat}). */
public final class OwnSchedule {

    private OwnSchedule() {}

    /** Nanoseconds so far of whichever thread asks; -1 where the system does not tell. */
    public static LongSupplier runDelay() {
        Path own = Path.of("/proc/thread-self/schedstat");
        return () -> {
            try {
                return Long.parseLong(Files.readString(own).split(" ")[1].strip());
            } catch (IOException | RuntimeException notLinux) {
                return -1;
            }
        };
    }
}
