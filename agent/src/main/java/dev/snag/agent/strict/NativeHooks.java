package dev.snag.agent.strict;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Gives the native methods of applications and their libraries bodies, as their classes are loaded. */
final class NativeHooks implements ClassFileTransformer {

    private final Map<String, Set<String>> methods = new ConcurrentHashMap<>();
    private final Map<String, Throwable> failures = new ConcurrentHashMap<>();
    private final Instrumented plugins;

    NativeHooks(Instrumented plugins) {
        this.plugins = plugins;
    }

    @Override
    public byte[] transform(
            Module module, ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] code) {
        if (loader == null || name == null || redefined != null || isJdk(module)) {
            return null;
        }
        String className = name.replace('/', '.');
        try {
            NativeWeaver.Result result = NativeWeaver.weave(code);
            if (result == null || !plugins.may(className)) {
                return null;
            }
            methods.put(className, new HashSet<>(result.methods()));
            plugins.did(className);
            return result.code();
        } catch (RuntimeException | LinkageError e) {
            failures.put(className, e);
            return null;
        }
    }

    static boolean isJdk(Module module) {
        return module.isNamed()
                && (module.getName().startsWith("java.") || module.getName().startsWith("jdk."));
    }

    boolean hasWoven(String className, String method) {
        return methods.getOrDefault(className, Set.of()).contains(method);
    }

    /** Classes that could not be woven, and why. */
    Map<String, Throwable> failures() {
        return failures;
    }
}
