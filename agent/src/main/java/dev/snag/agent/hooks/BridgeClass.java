package dev.snag.agent.hooks;

import dev.snag.runtime.bridge.Bridge;
import dev.snag.runtime.bridge.Calls;
import dev.snag.runtime.bridge.Connections;
import dev.snag.runtime.bridge.Creations;
import dev.snag.runtime.bridge.Lineage;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.util.HashMap;

/**
 * The copy of {@link Bridge} in {@code java.lang} of {@code java.base}: woven JDK code can link to nothing that the boot
 * loader does not see. Defining it there needs neither a file nor {@code appendToBootstrapClassLoaderSearch}, which would
 * switch class-data sharing off.
 */
public final class BridgeClass {

    static final String INTERNAL_NAME = "java/lang/SnagBridge";
    static final String CREATIONS = "java/lang/SnagCreations";
    static final String CONNECTIONS = "java/lang/SnagConnections";
    /** Internal name of the copy of {@link Calls}. */
    public static final String CALLS = "java/lang/SnagCalls";

    static final String LINEAGE = "java/lang/SnagLineage";
    private static final String NAME = "java.lang.SnagBridge";

    private static final String TEMPLATES = "dev/snag/runtime/bridge/";

    private BridgeClass() {}

    /** The class where this JVM has it already, else null. */
    public static Class<?> existing() {
        try {
            return Class.forName(NAME, false, null);
        } catch (ClassNotFoundException notYet) {
            return null;
        }
    }

    /**
     * Defines it; its initializer, which the first read of a field runs, uses each hook once.
     *
     * @throws ReflectiveOperationException where {@code java.lang} is not open to us
     * @throws IOException where our own jar cannot be read
     */
    public static Class<?> define() throws ReflectiveOperationException, IOException {
        return define(Bridge.class, INTERNAL_NAME);
    }

    /** Defines the copy of {@link Creations}; see {@link #define()}. */
    public static Class<?> defineCreations() throws ReflectiveOperationException, IOException {
        return define(Creations.class, CREATIONS);
    }

    /** Defines the copy of {@link Connections}; see {@link #define()}. */
    public static Class<?> defineConnections() throws ReflectiveOperationException, IOException {
        return define(Connections.class, CONNECTIONS);
    }

    /** Defines the copy of {@link Calls}; see {@link #define()}. */
    public static Class<?> defineCalls() throws ReflectiveOperationException, IOException {
        return define(Calls.class, CALLS);
    }

    /** Defines the copy of {@link Lineage}; see {@link #define()}. */
    static Class<?> defineLineage() throws ReflectiveOperationException, IOException {
        return define(Lineage.class, LINEAGE);
    }

    /** The same with another template. */
    static Class<?> define(Class<?> template, String internalName) throws ReflectiveOperationException, IOException {
        return MethodHandles.privateLookupIn(Thread.class, MethodHandles.lookup())
                .defineClass(code(template, internalName));
    }

    static byte[] code() throws IOException {
        return code(Bridge.class, INTERNAL_NAME);
    }

    static byte[] code(Class<?> type, String internalName) throws IOException {
        // What they call has to be found from java.lang: each other, and what stands for a class of the JDK's own.
        var names = new HashMap<String, String>();
        names.put(TEMPLATES + "Bridge", INTERNAL_NAME);
        names.put(TEMPLATES + "Carrier", "java/lang/Thread");
        names.put(TEMPLATES + "InternalUnsafe", "jdk/internal/misc/Unsafe");
        names.put(type.getName().replace('.', '/'), internalName);
        try (InputStream in = type.getResourceAsStream(type.getSimpleName() + ".class")) {
            return RenamedClass.of(in.readAllBytes(), names);
        }
    }
}
