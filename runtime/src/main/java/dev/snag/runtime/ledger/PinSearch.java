package dev.snag.runtime.ledger;

import dev.snag.runtime.diagnosis.Diagnosis;
import dev.snag.runtime.ledger.MonitorSites.Owned;
import java.util.List;

/**
 * Finds what pins by the code of the frames, where the thread itself was not asked: on JDK 21 to 23 in a storm of pinned
 * parks, and in the first milliseconds of a JVM.
 */
final class PinSearch {

    private PinSearch() {}

    static Diagnosis refine(Diagnosis diagnosis, MonitorSites sites) {
        List<StackTraceElement> frames = diagnosis.frames();
        if (!diagnosis.pinIsSurmised() || frames.isEmpty()) {
            return diagnosis;
        }
        boolean allKnown = true;
        int end = diagnosis.culprit() < 0 ? frames.size() : diagnosis.culprit();
        for (int i = diagnosis.firstThatMayPin(); i < end; i++) {
            switch (sites.ownedAt(frames.get(i))) {
                case Owned.Monitor monitor -> {
                    return diagnosis.pinnedByMonitor(i, monitor.className());
                }
                case Owned.Unknown unknown -> allKnown = false;
                case Owned.Nothing nothing -> {}
            }
        }
        return allKnown && diagnosis.culprit() < 0 ? diagnosis.pinnedByTheVm() : diagnosis;
    }
}
