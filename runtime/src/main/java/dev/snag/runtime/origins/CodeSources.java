package dev.snag.runtime.origins;

import dev.snag.runtime.diagnosis.Frames;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The origins of frames. It remembers what it has found, for as long as the class is loaded. */
public final class CodeSources {

    private static final int MOST_KNOWN = 10_000;

    private final Supplier<Class<?>[]> loaded;
    private final Own own;
    private final Application application;
    private final JarOrigins jars;
    private final Map<String, Known> known = new HashMap<>();
    private boolean homeIsKnown;

    /** An origin, and the class that it was told of, which the memory does not keep. */
    private record Known(Origin origin, WeakReference<Class<?>> type) {}

    /**
     * Whose code is the user's own.
     *
     * @param include package prefixes; empty where folders and the application's jar are
     * @param exclude package prefixes of code that is not
     */
    public record Own(List<String> include, List<String> exclude) {

        boolean has(String className, Origin origin) {
            boolean included =
                    include.isEmpty() ? origin.own() : include.stream().anyMatch(className::startsWith);
            return included && exclude.stream().noneMatch(className::startsWith);
        }
    }

    /** Looks among the classes that are loaded, and loads none. */
    public CodeSources(Supplier<Class<?>[]> loaded, Own own, Application application) {
        this.loaded = loaded;
        this.own = own;
        this.application = application;
        jars = new JarOrigins(application);
        homeIsKnown = application.mainClass() == null;
    }

    /** The origin of each frame of a stack. */
    public List<Origin> of(List<StackTraceElement> frames) {
        learn(frames);
        var origins = new ArrayList<Origin>(frames.size());
        for (StackTraceElement frame : frames) {
            origins.add(of(frame));
        }
        return origins;
    }

    private Origin of(StackTraceElement frame) {
        if (Frames.isJdk(frame)) {
            return new Origin(moduleOf(frame), null, null, false);
        }
        Known found = known.get(frame.getClassName());
        Origin origin = found == null ? Origin.UNKNOWN : inModule(found.origin, frame);
        return origin.asOwn(own.has(frame.getClassName(), origin));
    }

    private static String moduleOf(StackTraceElement frame) {
        return frame.getModuleVersion() == null
                ? frame.getModuleName()
                : frame.getModuleName() + "@" + frame.getModuleVersion();
    }

    /** A module's descriptor may have the version that neither the jar nor, in an image, anything else has. */
    private static Origin inModule(Origin origin, StackTraceElement frame) {
        String version = frame.getModuleVersion();
        if (version == null || origin.version() != null) {
            return origin;
        }
        boolean image = frame.getModuleName().equals(origin.jar());
        return new Origin(image ? moduleOf(frame) : origin.jar(), origin.artifact(), version, origin.own());
    }

    /** Asks for the loaded classes once for all frames that are not known: there are tens of thousands. */
    private void learn(List<StackTraceElement> frames) {
        Set<String> wanted = new HashSet<>();
        for (StackTraceElement frame : frames) {
            if (!Frames.isJdk(frame) && !isKnown(frame.getClassName())) {
                wanted.add(frame.getClassName());
            }
        }
        if (wanted.isEmpty()) {
            return;
        }
        if (known.size() >= MOST_KNOWN) {
            known.clear();
        }
        wanted.forEach(known::remove);
        Class<?>[] all = loaded.get();
        if (!homeIsKnown) {
            findHome(all);
        }
        for (Class<?> type : all) {
            if (wanted.contains(type.getName())) {
                Origin origin = originOf(type);
                known.merge(
                        type.getName(),
                        new Known(origin, new WeakReference<>(type)),
                        (one, other) -> new Known(one.origin.commonWith(origin), other.type));
            }
        }
        for (String missing : wanted) {
            known.putIfAbsent(missing, new Known(Origin.UNKNOWN, new WeakReference<>(CodeSources.class)));
        }
    }

    private boolean isKnown(String className) {
        Known found = known.get(className);
        return found != null && found.type.get() != null;
    }

    private void findHome(Class<?>[] all) {
        for (Class<?> type : all) {
            if (type.getName().equals(application.mainClass())) {
                CodeLocation location = locationOf(type);
                if (location != null) {
                    jars.mainClassIsFrom(location);
                }
                homeIsKnown = true;
            }
        }
    }

    private Origin originOf(Class<?> type) {
        Class<?> host = HostClass.of(type);
        CodeLocation location = locationOf(host);
        return location == null ? Origin.UNKNOWN : jars.of(location, host.getName());
    }

    private static CodeLocation locationOf(Class<?> type) {
        URL location = HostClass.location(type);
        return location == null ? null : CodeLocation.of(location);
    }
}
