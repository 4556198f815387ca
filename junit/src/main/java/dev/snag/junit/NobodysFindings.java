package dev.snag.junit;

import java.io.PrintStream;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/**
 * Tells at the end of a plan what was found and belongs to no test that ran, such as a server's that was there before. It fails
 * nothing by itself: the report has it, and the gate counts it.
 */
public final class NobodysFindings implements TestExecutionListener {

    private final PrintStream out;

    /** Called by JUnit. */
    public NobodysFindings() {
        this(System.err);
    }

    NobodysFindings(PrintStream out) {
        this.out = out;
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        TestAgent agent = TestAgent.presentOrNull();
        if (agent != null) {
            Answer answer = agent.findingsOfNoTest();
            String text = text(answer);
            if (!text.isEmpty()) {
                out.println(text);
            }
        } else if (plan.containsTests() && AgentService.find() != null) {
            out.println(
                    "[snag] the agent is in this JVM, but no test was watched: set junit.jupiter.extensions.autodetection.enabled=true (in"
                            + " junit-platform.properties), or annotate with @NoBlocking");
        }
    }

    static String text(Answer answer) {
        long all = answer.findings().size() + answer.beyond();
        if (all == 0) {
            return "";
        }
        String which = all == 1 ? "1 finding belongs" : all + " findings belong";
        return "[snag] " + which + " to no test that ran at that time; the gate counts what belongs to nobody too:\n"
                + FailureText.lines(answer.findings());
    }
}
