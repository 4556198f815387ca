package dev.snag.agent.hooks;

import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiPredicate;

/** Puts the hooks in, and takes them out again. */
public final class Hooks implements BiPredicate<String, String>, Callable<Class<?>> {

    private final Instrumentation instrumentation;
    private final List<HookTarget> targets;
    private final HookTransformer transformer;

    /** Those that are always woven. */
    public Hooks(Instrumentation instrumentation) {
        this(instrumentation, HookTarget.ALL);
    }

    /** These. */
    public Hooks(Instrumentation instrumentation, List<HookTarget> targets) {
        this.instrumentation = instrumentation;
        this.targets = targets;
        transformer = new HookTransformer(targets);
    }

    /** Weaves; returns each hook by its sensor's name: {@code on}, or why it is off and what is therefore not seen. */
    public Map<String, String> install() {
        String obstacle = null;
        try {
            instrumentation.addTransformer(transformer, true);
            instrumentation.retransformClasses(virtualThread());
            if (transformer.failure() != null) {
                obstacle = "java.lang.VirtualThread of this JDK cannot be read (" + transformer.failure() + ")";
            }
        } catch (UnmodifiableClassException | ClassNotFoundException | RuntimeException | LinkageError e) {
            obstacle = "java.lang.VirtualThread cannot be transformed (" + e + ")";
        }
        var states = new LinkedHashMap<String, String>();
        for (HookTarget target : targets) {
            int found = count(transformer.woven(), target);
            String state = obstacle != null
                    ? obstacle
                    : found == 1 ? null : target.method() + target.descriptor() + " was found " + found + " times";
            states.put(target.sensor(), state == null ? "on" : "off: " + state + "; " + target.notSeen());
        }
        return states;
    }

    /** By identity: the first {@code equals} of a record costs the start of a JVM thirty milliseconds. */
    private static int count(List<HookTarget> woven, HookTarget target) {
        int count = 0;
        for (HookTarget each : woven) {
            count += each == target ? 1 : 0;
        }
        return count;
    }

    /** Whether this method of this class is woven now. */
    @Override
    public boolean test(String className, String method) {
        for (HookTarget target : transformer.woven()) {
            if (target.owner().replace('/', '.').equals(className)
                    && target.method().equals(method)) {
                return true;
            }
        }
        return false;
    }

    /** Has the start of threads seen as well, from now on; returns the class that is called there. */
    @Override
    public Class<?> call() throws Exception {
        return new LineageHooks(instrumentation).weave();
    }

    /** Restores what was there before. */
    public void remove() throws UnmodifiableClassException, ClassNotFoundException {
        if (instrumentation.removeTransformer(transformer)) {
            instrumentation.retransformClasses(virtualThread());
        }
    }

    /** Loaded, not initialized: that would set up the scheduler before {@code main}. */
    private static Class<?> virtualThread() throws ClassNotFoundException {
        return Class.forName("java.lang.VirtualThread", false, null);
    }
}
