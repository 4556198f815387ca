package dev.snag.agent;

import java.lang.reflect.Method;

/** Whether virtual threads share carriers in this JVM: not on a processor without continuations. */
final class Continuations {

    private Continuations() {}

    static boolean supported() throws ReflectiveOperationException {
        Class<?> support = Class.forName("jdk.internal.vm.ContinuationSupport", true, null);
        Method isSupported = support.getMethod("isSupported");
        return (boolean) isSupported.invoke(null);
    }
}
