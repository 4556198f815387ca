package dev.snag.runtime.origins;

import dev.snag.runtime.origins.CodeLocation.Elsewhere;
import dev.snag.runtime.origins.CodeLocation.Folder;
import dev.snag.runtime.origins.CodeLocation.ImageModule;
import dev.snag.runtime.origins.CodeLocation.Jar;
import dev.snag.runtime.origins.CodeLocation.NestedFolder;
import dev.snag.runtime.origins.CodeLocation.NestedJar;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The origin of a class by where it was loaded from. A jar's file name tells its version best (of a thousand jars of Maven
 * Central in all but one), then the {@code pom.properties} that is its own, then the manifest.
 */
final class JarOrigins {

    private static final int MOST_KNOWN = 2_000;
    private static final JarContents UNREADABLE = new JarContents(null, null, false, List.of());

    private final Application application;
    private final Map<CodeLocation, JarContents> read = new HashMap<>();
    private CodeLocation home;

    JarOrigins(Application application) {
        this.application = application;
    }

    /** Where the main class was loaded from, for an application that was not started by its jar. */
    void mainClassIsFrom(CodeLocation location) {
        home = location;
    }

    Origin of(CodeLocation location, String className) {
        return switch (location) {
            case Folder folder -> new Origin(folder.name(), null, null, true);
            case Elsewhere elsewhere -> byName(elsewhere.name());
            case ImageModule module ->
                new Origin(module.name(), module.name(), null, module.name().equals(application.mainModule()));
            case NestedFolder folder -> nestedFolder(folder);
            case NestedJar nested -> nestedJar(nested, className);
            case Jar jar -> jar(jar, className);
        };
    }

    private static Origin byName(String fileName) {
        if (fileName.isEmpty()) {
            return Origin.UNKNOWN;
        }
        JarName name = JarName.of(fileName);
        return new Origin(fileName, name.artifact(), name.version(), false);
    }

    private static Origin nestedFolder(NestedFolder folder) {
        String last = folder.entry().substring(folder.entry().lastIndexOf('/') + 1);
        return new Origin(last, null, null, last.equals("classes"));
    }

    /** What is nested is what Maven made, so its name has the version; it is opened only where it has none. */
    private Origin nestedJar(NestedJar nested, String className) {
        String fileName = nested.entry().substring(nested.entry().lastIndexOf('/') + 1);
        Origin named = byName(fileName);
        return named.version() != null ? named : inJar(fileName, contents(nested), className, null);
    }

    private Origin jar(Jar jar, String className) {
        boolean users = application.isJar(jar.file()) || jar.equals(home);
        JarContents contents = contents(jar);
        String mainClass = application.mainClass() == null ? contents.mainClass() : application.mainClass();
        Origin origin = inJar(jar.file().getName(), contents, className, users ? mainClass : null);
        return origin.asOwn(users && !contents.launches() && isUsers(contents, className, mainClass));
    }

    private static boolean isUsers(JarContents contents, String className, String mainClass) {
        return contents.poms().size() < 2
                || mainClass == null
                || new MergedJar(contents.poms()).areTogether(className, mainClass);
    }

    private static Origin inJar(String fileName, JarContents contents, String className, String mainClass) {
        List<Pom> poms = contents.poms();
        JarName name = JarName.of(fileName);
        if (poms.size() > 1) {
            return new MergedJar(poms).origin(fileName, className);
        }
        Pom only = poms.isEmpty() ? null : poms.getFirst();
        if (only != null && only.isOf(name)) {
            boolean variant = name.version() != null && name.artifact().equals(only.artifact());
            return new Origin(fileName, only.artifact(), variant ? name.version() : only.version(), false);
        }
        if (only != null && only.lettersOf(className) > 0) {
            // Renamed, or the one library that was merged into a jar of another name.
            boolean renamed = name.version() == null && (mainClass == null || only.lettersOf(mainClass) > 0);
            return new Origin(
                    renamed ? fileName : fileName + "!" + only.artifact(), only.artifact(), only.version(), false);
        }
        String version = name.version() == null ? contents.version() : name.version();
        return new Origin(fileName, name.artifact(), version, false);
    }

    private JarContents contents(CodeLocation location) {
        if (read.size() >= MOST_KNOWN) {
            read.clear();
        }
        JarContents known = read.get(location);
        if (known == null) {
            known = read(location);
            read.put(location, known);
        }
        return known;
    }

    private static JarContents read(CodeLocation location) {
        try {
            return switch (location) {
                case Jar jar -> JarContents.of(jar.file());
                case NestedJar nested -> JarContents.of(nested.outer(), nested.entry());
                case Folder f -> UNREADABLE;
                case NestedFolder f -> UNREADABLE;
                case ImageModule m -> UNREADABLE;
                case Elsewhere e -> UNREADABLE;
            };
        } catch (IOException | IllegalArgumentException gone) {
            return UNREADABLE; // replaced or deleted while it runs, or damaged; its name is left
        }
    }
}
