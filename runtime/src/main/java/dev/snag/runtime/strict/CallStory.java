package dev.snag.runtime.strict;

import dev.snag.findings.Category;
import dev.snag.findings.ThreadRef;
import dev.snag.runtime.bridge.Calls;
import dev.snag.runtime.diagnosis.Frames;
import dev.snag.runtime.diagnosis.PinWitness;
import dev.snag.runtime.tests.TestScope;
import java.util.List;

/** Whose doing a call was: what the JDK does on its own while it sets itself up is not the program's. */
final class CallStory {

    private static final String API = "dev.snag.AgentConnection";
    /** The self-test's thread parks pinned. */
    private static final String AGENT = "dev.snag.agent.";

    private CallStory() {}

    /** The call; null where it is not the program's. */
    static ForbiddenCall of(
            int number,
            ThreadRef thread,
            ThreadRef carrier,
            long begin,
            long end,
            List<StackTraceElement> frames,
            PinWitness pin,
            TestScope test) {
        Category category = category(number);
        int program = Frames.offender(frames);
        if (program < 0 || isOurs(frames.get(program).getClassName())) {
            return null;
        }
        List<StackTraceElement> jdk = frames.subList(0, program);
        if (category != null && category != Category.CLASS_LOADING && initializes(jdk)) {
            return null;
        }
        if (category == Category.NATIVE && !jdk.stream().allMatch(CallStory::linksCalls)) {
            return null;
        }
        return new ForbiddenCall(category, thread, carrier, begin, end, frames, pin, test, 1);
    }

    private static boolean isOurs(String className) {
        return className.equals(API) || className.startsWith(AGENT);
    }

    /** Null of pinned parks. */
    private static Category category(int number) {
        if (number == Calls.PINNED) {
            return null;
        }
        return number == Calls.CLASS_LOADING ? Category.CLASS_LOADING : Category.values()[number - 1];
    }

    private static boolean initializes(List<StackTraceElement> frames) {
        return frames.stream().anyMatch(frame -> frame.getMethodName().equals("<clinit>"));
    }

    /** Between a program and the native function that it calls (FFM) there are only these. */
    private static boolean linksCalls(StackTraceElement frame) {
        return frame.getClassName().startsWith("java.lang.invoke.");
    }
}
