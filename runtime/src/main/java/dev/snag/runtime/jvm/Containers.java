package dev.snag.runtime.jvm;

import static dev.snag.runtime.jvm.Internals.method;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The JDK's own tree of executors and task scopes with the virtual threads in them ({@code jdk.internal.vm.ThreadContainers},
 * the same on 21 to 27). Threads that were started without a container are in the root, unless
 * {@code -Djdk.trackAllThreads=false}.
 */
public final class Containers {

    private static final String CONTAINER = "jdk.internal.vm.ThreadContainer";

    private final Method root = method("jdk.internal.vm.ThreadContainers", "root");
    private final Method tracks = method("jdk.internal.vm.ThreadContainers", "trackAllThreads");
    private final Method children = method(CONTAINER, "children");
    private final Method threads = method(CONTAINER, "threads");
    private final Method name = method(CONTAINER, "name");
    private final Method owner = method("jdk.internal.vm.StackableScope", "owner");

    /**
     * Finds the JDK's members.
     *
     * @throws ReflectiveOperationException where this JDK has others
     */
    public Containers() throws ReflectiveOperationException {}

    /**
     * An executor or a task scope.
     *
     * @param owner the thread that opened it; null where it is nobody's
     * @param virtualThreads those started in it that are alive
     */
    public record Container(String name, Thread owner, List<Thread> virtualThreads, List<Container> children) {}

    /** Whether the root has the threads that were started without a container. */
    public boolean trackAllThreads() {
        return Internals.read(() -> (boolean) tracks.invoke(null));
    }

    /** The tree of now. */
    public Container read() {
        return read(Internals.read(() -> root.invoke(null)));
    }

    private Container read(Object container) {
        var inside = new ArrayList<Container>();
        stream(children, container).forEach(child -> inside.add(read(child)));
        var virtual = new ArrayList<Thread>();
        stream(threads, container)
                .map(Thread.class::cast)
                .filter(Thread::isVirtual)
                .forEach(virtual::add);
        return new Container(
                nameOf(container), Internals.read(() -> (Thread) owner.invoke(container)), virtual, inside);
    }

    private String nameOf(Object container) {
        String given = Internals.read(() -> (String) name.invoke(container));
        return given != null
                ? given
                : container.getClass().getName() + "@" + Integer.toHexString(System.identityHashCode(container));
    }

    private static Stream<?> stream(Method method, Object container) {
        return Internals.read(() -> (Stream<?>) method.invoke(container));
    }
}
