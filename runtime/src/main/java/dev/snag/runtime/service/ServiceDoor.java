package dev.snag.runtime.service;

import dev.snag.findings.Occurrence;
import dev.snag.findings.ThreadRef;
import dev.snag.runtime.ledger.Audience;
import dev.snag.runtime.monitor.StackRequest;
import dev.snag.runtime.monitor.UserWishes;
import dev.snag.runtime.options.MemoryLimits;
import dev.snag.runtime.options.Thresholds;
import dev.snag.runtime.slots.CarrierSlots;
import dev.snag.runtime.strict.AllowedCalls;
import dev.snag.runtime.tests.TestScope;
import dev.snag.runtime.tests.TestScopes;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Where the calls of {@code snag-api} come in, and where the rest of the engine finds what they have said. It is all that a
 * JVM loads of this package as long as its application does not call.
 */
public final class ServiceDoor implements Function<Object[], Object>, UserWishes, Audience, AllowedCalls {

    private final CarrierSlots slots;
    private final Host host;
    private volatile Service service;

    /** To the watch over these slots. */
    public ServiceDoor(CarrierSlots slots, Host host) {
        this.slots = slots;
        this.host = host;
    }

    private Service service() {
        Service present = service;
        if (present == null) {
            synchronized (this) {
                present = service;
                if (present == null) {
                    present = new Service(slots, host);
                    service = present;
                }
            }
        }
        return present;
    }

    /** One call: its name, then its arguments. */
    @Override
    public Object apply(Object[] call) {
        if (!Thread.currentThread().isVirtual()) {
            return service().answer(call);
        }
        long begin = System.nanoTime();
        try {
            return service().answer(call);
        } finally { // the first calls load our classes, which is not the caller's doing
            service().allowed().ownWork(Thread.currentThread().threadId(), begin);
        }
    }

    /** Connects the copies of the API that were there before the agent. */
    public void meetThoseBefore() {
        ApiCopies.connectLoaded(host);
    }

    /** Whether the application has called, or plugins of its may be there that are to be called. */
    public boolean hasGuests() {
        return service != null || ApiCopies.onClassPath();
    }

    /** The application uses virtual threads: plugins on its class path are found, and memory is watched where that is wanted. */
    public void begin(MemoryLimits limits) {
        if (ApiCopies.onClassPath()) {
            service().findPlugins();
        }
        if (limits.any()) {
            service().watchMemory(limits);
        }
    }

    @Override
    public boolean allows(long threadId, long begin, long end) {
        Service present = service;
        if (present == null || !present.allowed().isOpen(threadId)) {
            return false;
        }
        present.allowed().count(threadId, begin, end);
        return true;
    }

    /** Holds that were no findings because the application allowed them, by its reason. */
    public Map<String, Long> allowedHolds() {
        Service present = service;
        return present == null ? Map.of() : present.allowed().counts();
    }

    @Override
    public long allowedNanos(long threadId, long from, long until) {
        Service present = service;
        return present == null ? 0 : present.allowed().nanosWithin(threadId, from, until);
    }

    @Override
    public void allowed(long threadId, long from, long until) {
        service().allowed().count(threadId, from, until);
    }

    @Override
    public StackRequest askForStack(ThreadRef thread, ThreadRef carrier, long heldNanos) {
        Service present = service;
        return present == null ? null : present.listeners().askForStack(thread, carrier, heldNanos);
    }

    private TestScopes tests() {
        Service present = service;
        return present == null ? null : present.tests().scopes();
    }

    @Override
    public TestScope testOf(long threadId) {
        TestScopes tests = tests();
        return tests == null ? null : tests.of(threadId);
    }

    @Override
    public TestScope testOf(List<Long> threadIds) {
        TestScopes tests = tests();
        return tests == null ? null : tests.of(threadIds);
    }

    @Override
    public long leastOfTests() {
        TestScopes tests = tests();
        return tests == null ? Thresholds.OFF : tests.least();
    }

    @Override
    public boolean followsTests() {
        return tests() != null;
    }

    @Override
    public void recorded(Occurrence judged, TestScope test) {
        TestScopes tests = tests();
        if (tests != null) {
            tests.found(judged, test);
        }
    }

    @Override
    public boolean hears(Occurrence occurrence, List<String> lines, Consumer<List<String>> edited) {
        Service present = service;
        return present != null && present.listeners().hears(occurrence, lines, edited);
    }

    @Override
    public List<List<String>> dismiss(long millis) throws InterruptedException {
        Service present = service;
        return present == null ? List.of() : present.listeners().dismiss(millis);
    }
}
