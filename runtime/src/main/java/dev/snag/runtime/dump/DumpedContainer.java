package dev.snag.runtime.dump;

import dev.snag.findings.ThreadRef;
import java.util.List;

/**
 * An executor or a task scope, with what was started in it.
 *
 * @param owner the thread that opened it; null where it is nobody's
 */
record DumpedContainer(String name, ThreadRef owner, List<DumpedThread> threads, List<DumpedContainer> children) {

    /** Whether there is anything to show. */
    boolean isEmpty() {
        return threads.isEmpty() && children.stream().allMatch(DumpedContainer::isEmpty);
    }

    long count() {
        return threads.size()
                + children.stream().mapToLong(DumpedContainer::count).sum();
    }
}
