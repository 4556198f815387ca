package dev.snag.runtime.ledger;

import dev.snag.runtime.diagnosis.Frames;
import java.net.URL;
import java.security.CodeSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Which jar and version a frame's code came from, and whether it is the user's own. */
public final class CodeSources {

    private static final int MOST_KNOWN = 10_000;

    private final Supplier<Class<?>[]> loaded;
    private final List<String> include;
    private final String ownJar;
    private final Map<String, Origin> known = new HashMap<>();
    private final Map<String, String> versions = new HashMap<>();

    /**
     * Where code came from.
     *
     * @param jar file name of the jar, name of the folder, or module; null where unknown
     * @param own whether it is the user's own code
     */
    record Origin(String jar, String version, boolean own) {
        static final Origin UNKNOWN = new Origin(null, null, false);
    }

    /**
     * Looks among the classes that are loaded, and loads none.
     *
     * @param include package prefixes of the user's own code; empty where folders and the application's jar are
     * @param ownJar file name of the jar that was started with {@code -jar}; null for none
     */
    public CodeSources(Supplier<Class<?>[]> loaded, List<String> include, String ownJar) {
        this.loaded = loaded;
        this.include = include;
        this.ownJar = ownJar;
    }

    Origin of(StackTraceElement frame) {
        if (Frames.isJdk(frame)) {
            return new Origin(moduleOf(frame), null, false);
        }
        String name = frame.getClassName();
        Origin origin = known.get(name);
        if (origin == null) {
            if (known.size() >= MOST_KNOWN) {
                known.clear();
            }
            learn(name);
            origin = known.computeIfAbsent(name, n -> new Origin(null, null, isIncluded(n)));
        }
        return origin;
    }

    private static String moduleOf(StackTraceElement frame) {
        return frame.getModuleVersion() == null
                ? frame.getModuleName()
                : frame.getModuleName() + "@" + frame.getModuleVersion();
    }

    private void learn(String wanted) {
        String host = Frames.stableClass(wanted);
        int lambda = host.indexOf("$$Lambda");
        String plain = lambda < 0 ? host : host.substring(0, lambda);
        for (Class<?> type : loaded.get()) {
            if (type.getName().equals(wanted) || type.getName().equals(plain)) {
                known.put(wanted, originOf(type));
                return;
            }
        }
    }

    private Origin originOf(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        URL location = source == null ? null : source.getLocation();
        if (location == null) {
            return new Origin(null, null, isIncluded(type.getName()));
        }
        String path = JarVersion.decoded(location);
        boolean file = location.getProtocol().equals("file");
        boolean folder = path.endsWith("/") && (file || !path.contains(".jar"));
        boolean classesOfFatJar = path.contains("BOOT-INF/classes") || path.contains("WEB-INF/classes");
        boolean own = include.isEmpty()
                ? folder
                        || classesOfFatJar
                        || (ownJar != null && JarVersion.fileName(path).equals(ownJar))
                : isIncluded(type.getName());
        String version = folder ? null : versions.computeIfAbsent(path, p -> JarVersion.of(location, p));
        return new Origin(JarVersion.fileName(path), version, own);
    }

    private boolean isIncluded(String className) {
        return include.stream().anyMatch(className::startsWith);
    }
}
