package dev.snag.agent.strict;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Weaves the rows of the catalogue and of the user's rules as their classes are loaded or transformed again. Stays registered,
 * and looks at the name first, as it is asked for every class.
 */
final class CallHooks implements ClassFileTransformer {

    private final Map<String, List<CallRow>> byOwner = new ConcurrentHashMap<>();
    private final Set<CallRow> woven = ConcurrentHashMap.newKeySet();
    private final Map<String, Set<String>> methods = new ConcurrentHashMap<>();
    private final Map<String, Throwable> failures = new ConcurrentHashMap<>();
    private final Instrumented plugins;

    CallHooks(List<CallRow> rows, Instrumented plugins) {
        this.plugins = plugins;
        for (CallRow row : rows) {
            byOwner.computeIfAbsent(row.owner(), owner -> new ArrayList<>()).add(row);
        }
    }

    @Override
    public byte[] transform(
            Module module, ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] code) {
        List<CallRow> rows = name == null ? null : byOwner.get(name);
        if (rows == null) {
            return null;
        }
        String className = name.replace('/', '.');
        if (!plugins.may(className)) {
            return null;
        }
        try {
            CallWeaver.Result result = CallWeaver.weave(code, rows);
            if (result == null) {
                return null;
            }
            woven.addAll(result.woven());
            methods.computeIfAbsent(className, each -> ConcurrentHashMap.newKeySet())
                    .addAll(result.methods());
            plugins.did(className);
            return result.code();
        } catch (RuntimeException | LinkageError e) {
            failures.put(className, e); // a class file of a JDK that is newer than we know; it stays as it is
            return null;
        }
    }

    /** Whether the class, by its binary name, has rows. */
    boolean wants(String className) {
        return byOwner.containsKey(className.replace('.', '/'));
    }

    boolean hasWoven(CallRow row) {
        return woven.contains(row);
    }

    boolean hasWoven(String className, String method) {
        return methods.getOrDefault(className, Set.of()).contains(method);
    }

    /** Classes that could not be woven, and why. */
    Map<String, Throwable> failures() {
        return failures;
    }
}
