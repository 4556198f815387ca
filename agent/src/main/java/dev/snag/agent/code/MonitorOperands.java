package dev.snag.agent.code;

import dev.snag.runtime.ledger.MonitorSites;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import org.objectweb.asm.ClassReader;

/**
 * Finds the static type of the object whose monitor a frame waits for, in the class file of that frame. It asks the
 * application's class loaders for resources, so it belongs on the reporting thread.
 */
public final class MonitorOperands implements MonitorSites {

    private final Supplier<Class<?>[]> loaded;

    /** Looks among the classes that are loaded, and loads none. */
    public MonitorOperands(Supplier<Class<?>[]> loaded) {
        this.loaded = loaded;
    }

    @Override
    public String monitorAt(StackTraceElement frame, boolean waits) {
        for (Class<?> type : loaded.get()) {
            if (type.getName().equals(frame.getClassName())) {
                byte[] code = codeOf(type);
                return code == null ? null : find(code, frame, waits);
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
        var search = new MonitorSearch(frame.getMethodName(), frame.getLineNumber(), waits);
        new ClassReader(code).accept(search, ClassReader.SKIP_FRAMES);
        return search.found();
    }
}
