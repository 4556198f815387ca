package dev.snag.runtime.service;

import dev.snag.runtime.jvm.SmallFile;

/** What the kernel keeps in memory of this process. */
final class ResidentMemory {

    private static final String FILE = "/proc/self/status";
    private static final String LINE = "VmRSS:";
    private static final long BYTES_PER_KIBIBYTE = 1_024;

    private ResidentMemory() {}

    /** In bytes; -1 where it cannot be read. */
    static long bytes() {
        String text = SmallFile.line(FILE);
        return text == null ? -1 : bytes(text);
    }

    static long bytes(String status) {
        for (String line : status.split("\n")) {
            if (line.startsWith(LINE)) {
                String[] parts = line.substring(LINE.length()).strip().split("\\s+");
                try {
                    return Long.parseLong(parts[0]) * BYTES_PER_KIBIBYTE;
                } catch (NumberFormatException otherFormat) {
                    return -1;
                }
            }
        }
        return -1;
    }
}
