package dev.snag.agent.code;

import dev.snag.runtime.ledger.MonitorSites;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Finds the monitors of a frame in the class file of its code. It asks the application's class loaders for resources, so it
 * belongs on the reporting thread.
 */
public final class MonitorOperands implements MonitorSites {

    private static final int MOST_KNOWN = 10_000;

    private final Supplier<Class<?>[]> loaded;
    private final Map<StackTraceElement, Owned> known = new HashMap<>();

    /** Looks among the classes that are loaded, and loads none. */
    public MonitorOperands(Supplier<Class<?>[]> loaded) {
        this.loaded = loaded;
    }

    @Override
    public String monitorAt(StackTraceElement frame, boolean waits) {
        byte[] code = codeOf(frame);
        return code == null ? null : find(code, frame, waits);
    }

    @Override
    public Owned ownedAt(StackTraceElement frame) {
        Owned owned = known.get(frame);
        if (owned == null) {
            if (known.size() >= MOST_KNOWN) {
                known.clear();
            }
            byte[] code = codeOf(frame);
            owned = code == null
                    ? new Owned.Unknown()
                    : new MonitorCode(code).ownedAt(frame.getMethodName(), frame.getLineNumber());
            known.put(frame, owned);
        }
        return owned;
    }

    private byte[] codeOf(StackTraceElement frame) {
        for (Class<?> type : loaded.get()) {
            if (type.getName().equals(frame.getClassName())) {
                return codeOf(type);
            }
        }
        return null;
    }

    private static byte[] codeOf(Class<?> type) {
        String resource = type.getName().replace('.', '/') + ".class";
        ClassLoader loader = type.getClassLoader();
        try (InputStream in = loader == null
                ? type.getModule().getResourceAsStream(resource)
                : loader.getResourceAsStream(resource)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException gone) {
            return null; // a jar that was replaced while it runs; the finding does without
        }
    }

    static String find(byte[] code, StackTraceElement frame, boolean waits) {
        var monitors = new MonitorCode(code);
        return waits
                ? monitors.waitedOnAt(frame.getMethodName(), frame.getLineNumber())
                : monitors.enteredAt(frame.getMethodName(), frame.getLineNumber());
    }
}
