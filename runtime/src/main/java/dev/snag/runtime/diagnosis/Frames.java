package dev.snag.runtime.diagnosis;

import dev.snag.findings.StableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Whose frame is whose. */
public final class Frames {

    /** In front of the name of a native method to which a strict rule has given a body of ours. */
    public static final String NATIVE_PREFIX = "$snag$";

    private static final Set<String> BRIDGES = Set.of("java.lang.SnagBridge", "java.lang.SnagCalls");

    /** See {@link StackTraceElement#isNativeMethod}. */
    private static final int NATIVE_LINE = -2;

    private Frames() {}

    /** Whether the frame is the JDK's own code. */
    public static boolean isJdk(StackTraceElement frame) {
        String module = frame.getModuleName();
        if (module != null) {
            return module.startsWith("java.") || module.startsWith("jdk.");
        }
        String name = frame.getClassName();
        return frame.getClassLoaderName() == null
                && (name.startsWith("java.") || name.startsWith("jdk.") || name.startsWith("sun."));
    }

    /** The stack without the frames of our own hooks. */
    static List<StackTraceElement> withoutOurs(List<StackTraceElement> frames) {
        return asWritten(frames.stream()
                .filter(frame -> !BRIDGES.contains(frame.getClassName()))
                .toList());
    }

    /** The stack as the program was written: a native method and the body that calls it are one frame. */
    public static List<StackTraceElement> asWritten(List<StackTraceElement> frames) {
        var written = new ArrayList<StackTraceElement>(frames.size());
        for (int i = 0; i < frames.size(); i++) {
            StackTraceElement frame = frames.get(i);
            if (frame.getMethodName().startsWith(NATIVE_PREFIX)) {
                written.add(new StackTraceElement(
                        frame.getClassLoaderName(),
                        frame.getModuleName(),
                        frame.getModuleVersion(),
                        frame.getClassName(),
                        frame.getMethodName().substring(NATIVE_PREFIX.length()),
                        frame.getFileName(),
                        NATIVE_LINE));
                i++; // its body
            } else {
                written.add(frame);
            }
        }
        return List.copyOf(written);
    }

    /** Index of the first frame that is not the JDK's; -1 where there is none. */
    public static int offender(List<StackTraceElement> frames) {
        return first(frames, 0, frame -> !isJdk(frame));
    }

    static int first(List<StackTraceElement> frames, int from, Predicate<StackTraceElement> wanted) {
        for (int i = from; i < frames.size(); i++) {
            if (wanted.test(frames.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /** Class and method without the names that differ from run to run: of lambdas, hidden and generated classes. */
    public static String stableName(String className, String method) {
        return StableName.of(className, method);
    }

    /** The class without the numbers that the VM or a generator gave it. */
    public static String stableClass(String className) {
        return StableName.ofClass(className);
    }

    /** {@code FileInputStream.read0}: simple class name and method. */
    public static String operation(StackTraceElement frame) {
        String name = stableClass(frame.getClassName());
        return name.substring(name.lastIndexOf('.') + 1) + "." + frame.getMethodName();
    }
}
