package dev.snag.junit;

import dev.snag.findings.Occurrence;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** A test, or a class of tests, that is being watched. */
final class WatchedTest implements TestFindings {

    private final AgentService service;
    private final AtomicLong lost;
    private final long lostBefore;
    private final String name;
    private final TestRules rules;
    private final Object scope;

    /**
     * It is open in the agent.
     *
     * @param lost threads and findings of which nobody knows whose they are, as far as an answer has told
     * @param scope what the agent knows it by
     */
    WatchedTest(AgentService service, AtomicLong lost, String name, TestRules rules, Object scope) {
        this.service = service;
        this.lost = lost;
        this.lostBefore = lost.get();
        this.name = name;
        this.rules = rules;
        this.scope = scope;
    }

    /** From when until when a thread belongs to the test. */
    interface Binding {
        /** Ends it. */
        void close();
    }

    Object scope() {
        return scope;
    }

    /** Binds the calling thread, and all that it starts, until the binding is closed; what was started stays bound. */
    Binding enter() {
        Object binding = service.call("enterTest", scope);
        return () -> service.call("leaveTest", binding);
    }

    @Override
    public List<Occurrence> soFar() {
        return answer(service.call("findingsOfTest", scope)).findings();
    }

    /**
     * Waits for threads that still hold a carrier, for so long at most; what comes later is not this test's to tell.
     *
     * @param bodyFailed whether the test has failed by itself
     * @return what is wrong
     */
    List<Throwable> close(Duration patience, boolean bodyFailed) {
        Answer answer = answer(service.call("closeTest", scope, patience.toNanos()));
        return new Judgement(name, rules, LocalDate.now()).of(answer, lostBefore, bodyFailed);
    }

    @SuppressWarnings("unchecked")
    private Answer answer(Object answer) {
        Answer of = Answer.of((Map<String, Object>) answer);
        lost.accumulateAndGet(of.lost(), Math::max);
        return of;
    }
}
