package dev.snag.runtime.diagnosis;

import dev.snag.findings.Category;
import dev.snag.findings.Kind;
import dev.snag.findings.ThreadRef;
import java.util.List;
import java.util.Set;

/** What the VM itself recorded (JFR) of one stretch in which a virtual thread was blocked. */
public sealed interface VmAccount {

    /** Who, when, where. */
    Block block();

    /**
     * A stretch of time in which a virtual thread was blocked.
     *
     * @param threadId of the virtual thread
     * @param start {@code System.nanoTime()}, exact to some milliseconds
     * @param end {@code System.nanoTime()}, exact to some milliseconds
     * @param frames top first; the VM keeps 64 unless told otherwise
     */
    record Block(long threadId, long start, long end, List<StackTraceElement> frames) {

        public Block {
            frames = List.copyOf(frames);
        }

        /** How long. */
        public long nanos() {
            return end - start;
        }

        /**
         * Whether this was a part of that hold. The two clocks differ by milliseconds, so the greater part of it decides; ids
         * of threads may come again, so time does in any case.
         */
        public boolean within(long holdStart, long holdEnd) {
            long common = Math.min(end, holdEnd) - Math.max(start, holdStart);
            return common > 0 && 2 * common >= nanos();
        }
    }

    /**
     * {@code jdk.VirtualThreadPinned}.
     *
     * @param operation what blocked; null before JDK 24
     * @param reason what pinned, in the VM's words; null before JDK 24
     */
    record Pinned(Block block, String operation, String reason) implements VmAccount {}

    /**
     * {@code jdk.JavaMonitorEnter}.
     *
     * @param monitor class of the object
     * @param owner who had it before; null where it is not known
     */
    record Contended(Block block, String monitor, ThreadRef owner) implements VmAccount {}

    /**
     * {@code jdk.JavaMonitorWait}.
     *
     * @param monitor class of the object; null where it is not known
     */
    record Waited(Block block, String monitor) implements VmAccount {}

    /** {@code jdk.FileRead} and {@code jdk.FileWrite}. */
    record FileAccess(Block block, String path) implements VmAccount {}

    /** Kinds of holds that the VM has events of. */
    Set<Kind> KINDS = Set.of(Kind.PINNED, Kind.MONITOR, Kind.CLASS_INIT_WAIT);

    /** Whether the VM may have something to say of such a hold. */
    static boolean mayComeOf(Diagnosis diagnosis) {
        return KINDS.contains(diagnosis.cause().kind())
                || diagnosis.cause().category() == Category.FILE
                || diagnosis.frames().isEmpty();
    }
}
