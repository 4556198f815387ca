package dev.snag.runtime.diagnosis;

import dev.snag.runtime.jvm.Jvm.Initializer;
import java.util.Set;

/**
 * Whether a thread waits for another thread's class initializer. It has no frame of its own: Java code that stands still,
 * or one of the JDK's natives that initialize, while some other thread is in a {@code <clinit>}.
 */
public final class ClassInitialization {

    private static final Set<String> INITIALIZE = Set.of(
            "java.lang.Class.forName0",
            "jdk.internal.misc.Unsafe.ensureClassInitialized0",
            "java.lang.invoke.MethodHandleNatives.resolve",
            "jdk.internal.reflect.DirectConstructorHandleAccessor$NativeAccessor.newInstance0",
            "jdk.internal.reflect.DirectMethodHandleAccessor$NativeAccessor.invoke0");

    private ClassInitialization() {}

    /** Whether one of the JDK's natives that initialize classes is on top. */
    public static boolean mayWaitAt(Look look) {
        if (look.nature() != Nature.IN_NATIVE_METHOD) {
            return false;
        }
        StackTraceElement top = look.stack().frames().getFirst();
        return INITIALIZE.contains(top.getClassName() + "." + top.getMethodName());
    }

    static boolean isWait(Look look) {
        if (look.details().initializers().isEmpty() || look.stack().frames().isEmpty()) {
            return false;
        }
        return look.nature() == Nature.IN_JAVA
                ? !look.details().inNative()
                        && !BlockingCalls.isPageFault(look.stack().frames().getFirst())
                : mayWaitAt(look);
    }

    /** The look with the initializer of this class alone, which is the one that is waited for; null for unknown. */
    static Look awaiting(Look look, String className) {
        if (look == null || className == null) {
            return look;
        }
        Look.Details seen = look.details();
        var theOne = seen.initializers().stream()
                .filter(initializer -> initializer.className().equals(className))
                .toList();
        return look.with(new Look.Details(seen.inNative(), seen.descriptor(), seen.owner(), theOne));
    }

    /** The initializer that is waited for: the one whose class the waiting frame's code is most likely to name. */
    static Initializer awaited(Look look) {
        StackTraceElement top = look.stack().frames().getFirst();
        String nearby = top.getClassName();
        return look.details().initializers().stream()
                .filter(i -> i.className().startsWith(nearby) || nearby.startsWith(i.className()))
                .findFirst()
                .orElseGet(() -> look.details().initializers().getFirst());
    }
}
