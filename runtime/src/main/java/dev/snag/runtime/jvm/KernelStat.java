package dev.snag.runtime.jvm;

/**
 * What is needed of a thread's {@code stat} file (proc(5)).
 *
 * @param mayBeRunnable whether it runs or waits for a processor; true where it cannot be told
 * @param startTicks when it began, in ticks since the machine began; -1 where it cannot be told
 */
record KernelStat(boolean mayBeRunnable, long startTicks) {

    /** A tick of {@link #startTicks}: the kernel tells programs a hundred of them a second, whatever its own are. */
    static final long START_TICK_NANOS = 10_000_000;

    private static final int STATE = 0;
    private static final int START = 19;
    private static final KernelStat UNKNOWN = new KernelStat(true, -1);

    /** Of the thread with this folder. */
    static KernelStat of(String task) {
        String line = SmallFile.line(task + "/stat");
        // The name of the thread comes in parentheses, and may have spaces and parentheses itself.
        int name = line == null ? -1 : line.lastIndexOf(')');
        if (name < 0 || name + 2 > line.length()) {
            return UNKNOWN;
        }
        String[] fields = line.substring(name + 2).split(" ");
        try {
            return fields.length <= START
                    ? UNKNOWN
                    : new KernelStat(fields[STATE].equals("R"), Long.parseLong(fields[START]));
        } catch (NumberFormatException otherFormat) {
            return UNKNOWN;
        }
    }
}
