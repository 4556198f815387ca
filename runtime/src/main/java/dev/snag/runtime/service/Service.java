package dev.snag.runtime.service;

import dev.snag.runtime.allow.AllowedScopes;
import dev.snag.runtime.dump.ThreadDump;
import dev.snag.runtime.options.MemoryLimits;
import dev.snag.runtime.slots.CarrierSlots;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** Answers the API: each call by its name, with arguments and answers of the JDK's types. */
final class Service {

    private final CarrierSlots slots;
    private final Host host;
    private final AllowedScopes allowed = new AllowedScopes(System::nanoTime);
    private final Timetable timetable = new Timetable();
    private final UserCode userCode;
    private final Listeners listeners;
    private final UnmountScopes unmounts;
    private final TestWatch tests;
    private MemoryWatch memory;

    Service(CarrierSlots slots, Host host) {
        this.slots = slots;
        this.host = host;
        userCode = new UserCode(timetable, System::nanoTime, host);
        listeners = new Listeners(userCode, host.ledger());
        unmounts = new UnmountScopes(slots);
        tests = new TestWatch(slots, host);
    }

    AllowedScopes allowed() {
        return allowed;
    }

    Listeners listeners() {
        return listeners;
    }

    TestWatch tests() {
        return tests;
    }

    /** An unknown call is of a later API: it is answered with null. */
    @SuppressWarnings("unchecked")
    Object answer(Object[] call) {
        switch ((String) call[0]) {
            case "watching" -> {
                return host.watching();
            }
            case "connect" -> connect((Function<Object[], Object>) call[1]);
            case "listen" -> listeners.add((Function<Object[], Object>) call[1], (Boolean) call[2]);
            case "unlisten" -> listeners.remove((Function<Object[], Object>) call[1]);
            case "allow" -> {
                return allowed.open((String) call[1]);
            }
            case "disallow" -> allowed.close((Long) call[1], call[2]);
            case "ignoreCurrent" -> allowed.ignoreCurrent();
            case "monitorCurrent" -> allowed.monitorCurrent();
            case "follow" -> {
                return host.watching() ? unmounts.begin((Long) call[1]) : null;
            }
            case "unfollow" -> {
                return unmounts.end(call[1]);
            }
            case "addFunction" -> addFunction((Callable<String>) call[1], (Long) call[2]);
            case "removeFunction" -> timetable.remove((Callable<String>) call[1]);
            case "dump" -> {
                Thread asking = Thread.currentThread();
                return Elsewhere.get("snag-dump", () -> ThreadDump.text(slots, asking));
            }
            case "instrumented" -> {
                return host.instrumented((String) call[1], (String) call[2]);
            }
            case "watchTests" -> {
                return tests.begin();
            }
            case "openTest" -> {
                return tests.open((String) call[1], (Map<String, String>) call[2], call[3]);
            }
            case "enterTest" -> {
                return tests.enter(call[1]);
            }
            case "leaveTest" -> tests.leave(call[1]);
            case "findingsOfTest" -> {
                return tests.findings(call[1]);
            }
            case "closeTest" -> {
                return tests.close(call[1], (Long) call[2]);
            }
            case "findingsOfNoTest" -> {
                return tests.others();
            }
            case "failed" -> host.ledger().failed((String) call[1], (Throwable) call[2]);
            default -> {}
        }
        return null;
    }

    /** What is found by {@code ServiceLoader} is code of the application's, so it is looked for on the thread for such code. */
    private void connect(Function<Object[], Object> api) {
        userCode.offer(() -> api.apply(new Object[] {"started"}));
    }

    private void addFunction(Callable<String> function, long periodNanos) {
        timetable.put(function, periodNanos, System.nanoTime());
        userCode.wake();
    }

    void findPlugins() {
        userCode.offer(() -> ApiCopies.connectOnClassPath(host.ledger()));
    }

    synchronized void watchMemory(MemoryLimits limits) {
        if (memory == null) {
            memory = new MemoryWatch(limits, new MemoryVoice());
            addFunction(memory, MemoryWatch.PERIOD_NANOS);
        }
    }

    private final class MemoryVoice implements MemoryWatch.Voice {
        @Override
        public void note(String line) {
            host.ledger().note(line);
        }

        @Override
        public void warn(String line) {
            host.ledger().warn("memory", line);
        }

        @Override
        public void event(Map<String, Object> fields) {
            listeners.tell("memory", fields);
        }
    }
}
