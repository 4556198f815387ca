package dev.snag.it.programs;

import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;

/** An agent of somebody else that transforms {@code VirtualThread} too, in the way that its argument says. */
public final class OtherAgent implements ClassFileTransformer {
    private static final String TARGET = "java/lang/VirtualThread";
    private static final int MAJOR_VERSION = 7;
    private static final byte UNKNOWN_VERSION = 99;

    private static volatile Instrumentation instrumentation;

    private final String way;

    private OtherAgent(String way) {
        this.way = way;
    }

    /** Transforms at once, but what no JVM would take. */
    public static void premain(String way, Instrumentation given) throws Exception {
        instrumentation = given;
        given.addTransformer(new OtherAgent(way), true);
        if (!way.equals("newer")) {
            transformAgain();
        }
    }

    /** Has the class transformed once more, by all agents. */
    static void transformAgain() throws Exception {
        if (instrumentation != null) {
            instrumentation.retransformClasses(Class.forName(TARGET.replace('/', '.'), false, null));
        }
    }

    @Override
    public byte[] transform(
            Module module, ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] code) {
        if (!TARGET.equals(name)) {
            return null;
        }
        return switch (way) {
            case "same" -> code.clone();
            case "original" -> original();
            case "newer" -> ofUnknownVersion(code);
            default -> throw new IllegalArgumentException(way);
        };
    }

    private static byte[] original() {
        try (InputStream in = Object.class.getResourceAsStream("/" + TARGET + ".class")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] ofUnknownVersion(byte[] code) {
        byte[] newer = code.clone();
        newer[MAJOR_VERSION] = UNKNOWN_VERSION;
        return newer;
    }
}
