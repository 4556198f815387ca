package dev.snag.junit;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** The agent of this JVM, which notes from now on which test a thread descends from. */
final class TestAgent {

    private static final long PROTOCOL = 1;

    private static TestAgent present;
    private static String refusal;

    private final AgentService service;
    /** Threads and findings of which nobody knows whose they are, as far as an answer has told. */
    private final AtomicLong lost = new AtomicLong();

    private TestAgent(AgentService service) {
        this.service = service;
    }

    /**
     * The agent, attached where that is wanted and can be done.
     *
     * @throws NotWatching where there is none, and why
     */
    static synchronized TestAgent required(Settings settings) {
        if (present == null && refusal == null) {
            begin(settings);
        }
        if (present == null) {
            throw new NotWatching(refusal);
        }
        return present;
    }

    /** Null where no test has been watched. */
    static synchronized TestAgent presentOrNull() {
        return present;
    }

    private static void begin(Settings settings) {
        AgentService service = AgentService.find();
        if (service == null) {
            String obstacle = SelfAttach.attach(settings);
            service = AgentService.find();
            if (service == null) {
                refusal = obstacle == null
                        ? "the agent was attached and has not begun to watch; its own message is on standard error"
                        : "it has no agent, and " + obstacle;
                return;
            }
        }
        Object answer = service.call("watchTests");
        if (answer instanceof Long protocol && protocol >= PROTOCOL) {
            present = new TestAgent(service);
        } else {
            refusal =
                    answer == null ? "its agent is older than snag-junit; take both of one version" : answer.toString();
        }
    }

    /**
     * Opens the scope of a test.
     *
     * @param parent takes what comes too late for it; null for none
     */
    WatchedTest open(String name, TestRules rules, WatchedTest parent) {
        Object scope = service.call("openTest", name, rules.forAgent(name), parent == null ? null : parent.scope());
        if (scope instanceof String wrong) {
            throw new ExtensionConfigurationException("Snag cannot watch " + name + ": " + wrong);
        }
        return new WatchedTest(service, lost, name, rules, scope);
    }

    /** What belongs to no test that runs, each once. */
    @SuppressWarnings("unchecked")
    Answer findingsOfNoTest() {
        return Answer.of((Map<String, Object>) service.call("findingsOfNoTest"));
    }
}
