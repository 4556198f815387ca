package dev.snag.it.programs;

import dev.snag.Snag;
import dev.snag.SnagListener;
import dev.snag.SnagOccurrence;
import java.time.Duration;
import java.util.List;

/** An application of its own loader, with its own copy of the API. */
public final class Tenant {

    private Tenant() {}

    /** Notes each finding and each call of a function. */
    public static void begin(List<String> heard) {
        Snag.addListener(new SnagListener() {
            @Override
            public void occurred(SnagOccurrence occurrence) {
                heard.add(occurrence.threadName());
            }
        });
        Snag.addMonitoringFunction(() -> heard.add("called"), Duration.ofMillis(10));
        Thread.startVirtualThread(() -> Snag.allowBlocking("a tenant", Thread::yield));
        Thread.startVirtualThread(Snag::ignoreCurrent);
        Thread.startVirtualThread(() -> Snag.assertUnmounts(Thread::yield));
        heard.add(Snag.dump());
    }
}
