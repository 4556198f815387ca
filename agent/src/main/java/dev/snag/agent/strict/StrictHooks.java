package dev.snag.agent.strict;

import dev.snag.agent.strict.CallRow.What;
import dev.snag.findings.Category;
import dev.snag.runtime.diagnosis.Frames;
import dev.snag.runtime.options.StrictRules;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** Puts in what strict rules need, and knows what could not be put in. */
public final class StrictHooks implements BiPredicate<String, String> {

    /** The sensor's name. */
    public static final String SENSOR = "call-hooks";

    private static final int MOST_NAMED = 10;

    private final Instrumentation instrumentation;
    private final StrictRules rules;
    private final List<CallRow> rows;
    private final Instrumented plugins;
    private final CallHooks calls;
    private final NativeHooks natives;
    private final TreeMap<String, String> obstacles = new TreeMap<>();

    /**
     * Puts in nothing yet.
     *
     * @param plugins answers {@code mayInstrument} and {@code instrumented} with a class's binary name; null where there are none
     * @param failures told of what a plugin throws
     * @throws IOException where our own jar cannot be read
     */
    public StrictHooks(
            Instrumentation instrumentation,
            StrictRules rules,
            Function<Object[], Object> plugins,
            BiConsumer<String, Throwable> failures)
            throws IOException {
        this.instrumentation = instrumentation;
        this.rules = rules;
        this.plugins = new Instrumented(plugins, failures);
        rows = CallCatalogue.of(rules);
        calls = new CallHooks(rows, this.plugins);
        natives = rules.categories().contains(Category.NATIVE) ? new NativeHooks(this.plugins) : null;
    }

    /**
     * Puts them in, into classes that are loaded and into those that will be.
     *
     * @return {@code on}, or what is not seen and why
     */
    public String install() {
        instrumentation.addTransformer(calls, true);
        boolean bodies = natives != null && instrumentation.isNativeMethodPrefixSupported();
        if (bodies) {
            instrumentation.addTransformer(natives, false);
            instrumentation.setNativeMethodPrefix(natives, Frames.NATIVE_PREFIX);
        }
        var before = new ArrayList<String>();
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            if (calls.wants(type.getName())) {
                transform(type);
            }
            if (bodies && hasNativeMethods(type)) {
                before.add(type.getName());
            }
        }
        return state(bodies, before);
    }

    private void transform(Class<?> type) {
        try {
            instrumentation.retransformClasses(type);
        } catch (UnmodifiableClassException | RuntimeException | LinkageError e) {
            obstacles.put(type.getName(), e.toString());
            return;
        }
        Throwable failure = calls.failures().get(type.getName());
        if (failure != null) {
            obstacles.put(type.getName(), failure.toString());
        } else if (plugins.refused(type.getName())) {
            obstacles.put(type.getName(), "a plugin does not want it");
        }
    }

    /** A class of the application's that was loaded before: methods cannot be added to it any more. */
    private static boolean hasNativeMethods(Class<?> type) {
        if (type.getClassLoader() == null || type.isArray() || NativeHooks.isJdk(type.getModule())) {
            return false;
        }
        try {
            for (var method : type.getDeclaredMethods()) {
                if (java.lang.reflect.Modifier.isNative(method.getModifiers())) {
                    return true;
                }
            }
        } catch (LinkageError e) { // a type of a parameter is missing, so it has never been called
            return false;
        }
        return false;
    }

    private String state(boolean bodies, List<String> before) {
        var lacks = new ArrayList<String>();
        if (!obstacles.isEmpty()) {
            lacks.add("cannot transform " + named(new ArrayList<>(obstacles.keySet())) + " ("
                    + obstacles.firstEntry().getValue() + "), so calls of their methods are not seen");
        }
        if (natives != null && !bodies) {
            lacks.add("this JVM gives native methods no bodies, so calls of JNI are not seen");
        }
        if (!before.isEmpty()) {
            lacks.add("the native methods of " + named(before)
                    + " were loaded before the agent, so calls of them are not seen; put it on the command line");
        }
        return lacks.isEmpty() ? "on" : "partly off: " + String.join("; ", lacks);
    }

    private static String named(List<String> names) {
        return names.size() <= MOST_NAMED
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, MOST_NAMED)) + " and " + (names.size() - MOST_NAMED) + " more";
    }

    /** Rules of the user's for which no method was found until now. */
    public List<String> unused() {
        return rows.stream()
                .filter(row -> row.what() == What.CALL && row.category() == Category.OWN_RULE && !calls.hasWoven(row))
                .map(row -> row.className() + "#" + row.method())
                .toList();
    }

    /** Classes that came later and could not be woven, and why. */
    public List<String> lateObstacles() {
        var late = new TreeMap<String, Throwable>(calls.failures());
        if (natives != null) {
            late.putAll(natives.failures());
        }
        late.keySet().removeAll(obstacles.keySet());
        return late.entrySet().stream()
                .map(each -> each.getKey() + " (" + each.getValue() + ")")
                .toList();
    }

    /** Whether this method of this class is woven now. */
    @Override
    public boolean test(String className, String method) {
        return calls.hasWoven(className, method) || natives != null && natives.hasWoven(className, method);
    }
}
