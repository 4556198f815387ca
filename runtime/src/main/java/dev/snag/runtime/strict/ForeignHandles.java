package dev.snag.runtime.strict;

import dev.snag.findings.Category;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.function.Function;

/** Puts the bridge's calls around handles on native functions (FFM): there is no method between them and the program to weave. */
final class ForeignHandles implements Function<Object, Object> {

    private final MethodHandle enter;
    private final MethodHandle exit;

    /**
     * With the calls of this bridge.
     *
     * @throws ReflectiveOperationException where it is not such a class
     */
    ForeignHandles(Class<?> bridge) throws ReflectiveOperationException {
        int category = Category.NATIVE.ordinal() + 1;
        MethodHandles.Lookup lookup = MethodHandles.publicLookup();
        enter = MethodHandles.insertArguments(
                lookup.findStatic(bridge, "enter", MethodType.methodType(long.class, int.class, Object.class)),
                0,
                category,
                null);
        exit = MethodHandles.insertArguments(
                lookup.findStatic(bridge, "exit", MethodType.methodType(void.class, long.class, int.class)),
                1,
                category);
    }

    /** The handle with {@code begin = enter()} before it and {@code exit(begin)} behind it, also where it throws. */
    @Override
    public Object apply(Object given) {
        var handle = (MethodHandle) given;
        Class<?> returned = handle.type().returnType();
        MethodHandle target = MethodHandles.dropArguments(handle, 0, long.class);
        MethodHandle tryFinally = MethodHandles.tryFinally(target, cleanup(returned));
        return MethodHandles.foldArguments(tryFinally, enter).asType(handle.type());
    }

    /** {@code (Throwable thrown, R result, long begin) -> result}, or without the result. */
    private MethodHandle cleanup(Class<?> returned) {
        if (returned == void.class) {
            return MethodHandles.dropArguments(exit, 0, Throwable.class);
        }
        MethodHandle result = MethodHandles.dropArguments(MethodHandles.identity(returned), 1, long.class);
        MethodHandle exits = MethodHandles.dropArguments(exit, 0, returned);
        return MethodHandles.dropArguments(MethodHandles.foldArguments(result, exits), 0, Throwable.class);
    }
}
