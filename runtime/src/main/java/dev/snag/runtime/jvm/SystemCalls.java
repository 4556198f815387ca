package dev.snag.runtime.jvm;

import java.util.Set;

/** The numbers of the system calls whose first argument is a file descriptor, as {@code /proc} prints them. */
final class SystemCalls {

    /** read, write, pread64, pwrite64, readv, writev, fsync, fcntl of the kernel's table for x86-64. */
    private static final Set<String> X86_64 = Set.of("0", "1", "17", "18", "19", "20", "74", "72");
    /** The same of the generic table, which aarch64 uses. */
    private static final Set<String> GENERIC = Set.of("63", "64", "67", "68", "65", "66", "82", "25");

    private SystemCalls() {}

    /** On this machine. */
    static boolean takesDescriptor(String number) {
        return takesDescriptor(System.getProperty("os.arch"), number);
    }

    /** On a machine of that {@code os.arch}; no call does on those whose table is not known. */
    static boolean takesDescriptor(String machine, String number) {
        return switch (machine) {
            case "amd64", "x86_64" -> X86_64.contains(number);
            case "aarch64", "riscv64" -> GENERIC.contains(number);
            default -> false;
        };
    }
}
