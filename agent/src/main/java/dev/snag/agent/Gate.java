package dev.snag.agent;

import dev.snag.agent.hooks.ExitHooks;
import dev.snag.runtime.gate.ExitStatus;
import dev.snag.runtime.options.Options;
import java.lang.instrument.Instrumentation;

/** Profile {@code ci}: takes the exit status over before all else, so that a watch that does not start fails the build. */
final class Gate {

    private Gate() {}

    static void start(Options options, Instrumentation instrumentation, boolean late) throws Exception {
        if (late) {
            // What main did before is not known, nor whether its thread still runs.
            System.err.println(
                    "[snag] gate: profile ci cannot decide on the exit status of a JVM that runs already; start"
                            + " it with -javaagent, or read its report with java -jar snag.jar check");
            RunningAgent.start(options, instrumentation, null, true);
            return;
        }
        ExitStatus exit;
        try {
            exit = ExitHooks.install(instrumentation, Thread.currentThread());
        } catch (ReflectiveOperationException e) {
            Refusal.refuse(
                    "profile ci cannot decide on the exit status of this JVM: " + e.getMessage()
                            + "; use profile=test, and java -jar snag.jar check afterwards",
                    instrumentation,
                    false);
            return;
        }
        try {
            RunningAgent.start(options, instrumentation, exit, false);
        } catch (Exception | LinkageError e) {
            remind(exit);
            throw e;
        }
    }

    /** Says what becomes of the exit status where no result of the gate came. */
    static void remind(ExitStatus exit) {
        String unjudged = exit.unjudged();
        if (unjudged != null) {
            System.err.println(unjudged);
        }
    }
}
