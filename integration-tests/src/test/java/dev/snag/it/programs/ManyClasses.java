package dev.snag.it.programs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * What a server does in its first second: virtual threads that load many classes, define some, and run code that is not
 * compiled yet. Each lets go every few of them.
 */
final class ManyClasses {
    private static final int AT_A_TIME = 4;
    private static final List<String> PACKAGES =
            List.of("java/util/", "java/time/", "java/text/", "java/nio/", "java/net/", "sun/security/");

    private ManyClasses() {}

    /** Loads them, and returns how many. */
    static int load() {
        List<String> names = names();
        var loaded = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = Stream.iterate(0, from -> from < names.size(), from -> from + 50)
                    .<Future<?>>map(from -> threads.submit(() ->
                            loadAll(names.subList(from, Math.min(names.size(), from + 50)), loaded)))
                    .toList();
            for (Future<?> each : all) {
                each.get();
            }
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return loaded.get();
    }

    private static List<String> names() {
        try (ModuleReader reader =
                ModuleFinder.ofSystem().find("java.base").orElseThrow().open()) {
            return reader.list()
                    .filter(name -> name.endsWith(".class") && PACKAGES.stream().anyMatch(name::startsWith))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .filter(name -> !name.endsWith("-info"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void loadAll(List<String> names, AtomicInteger loaded) {
        for (int i = 0; i < names.size(); i++) {
            loaded.addAndGet(described(load(names.get(i))).isEmpty() ? 0 : 1);
            if (i % AT_A_TIME == 0) {
                Thread.yield();
            }
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, null);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In words, with a class of our own for each public interface: all of that is code that has not run before. */
    private static String described(Class<?> type) {
        boolean open = type.isInterface()
                && Modifier.isPublic(type.getModifiers())
                && !type.isSealed()
                && type.getModule().isExported(type.getPackageName());
        Object own = open
                ? Proxy.newProxyInstance(
                        ManyClasses.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> null)
                : type;
        return String.format(
                "%s %x %.3f %s",
                type.getName(),
                type.getModifiers(),
                type.getName().length() / 3.0,
                own.getClass().getName());
    }
}
