package dev.snag.runtime.origins;

import java.io.File;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;

/** Where a class loader says that it has code from, told by the letters of the URL alone: its handler may be anybody's. */
sealed interface CodeLocation {

    /** A folder of classes. */
    record Folder(String name) implements CodeLocation {}

    /** A jar. */
    record Jar(File file) implements CodeLocation {}

    /** A jar within a jar or war: {@code BOOT-INF/lib/x-1.2.jar}. */
    record NestedJar(File outer, String entry) implements CodeLocation {}

    /** A folder of classes within a jar or war: {@code BOOT-INF/classes}. */
    record NestedFolder(File outer, String entry) implements CodeLocation {}

    /** A module of a run-time image. */
    record ImageModule(String name) implements CodeLocation {}

    /** Anything else: a jar that cannot be opened from here, by its name. */
    record Elsewhere(String name) implements CodeLocation {}

    /** Makes it of a code source's URL. */
    static CodeLocation of(URL url) {
        return of(url.getProtocol() + ":" + url.getPath());
    }

    /** Makes it of a URL's text. */
    static CodeLocation of(String url) {
        String rest = url;
        boolean nested = false;
        boolean war = false;
        boolean local = false;
        for (String scheme = scheme(rest); scheme != null; scheme = scheme(rest)) {
            nested |= scheme.equals("nested");
            war |= scheme.equals("war");
            local |= nested || scheme.equals("file");
            rest = rest.substring(scheme.length() + 1);
        }
        if (url.startsWith("jrt:")) {
            return new ImageModule(lastPart(url.substring("jrt:".length())));
        }
        if (nested) {
            rest = rest.replace("/!", "!/"); // nested:/app.jar/!BOOT-INF/lib/x.jar
        }
        if (war) {
            rest = rest.replace("*/", "!/").replace("^/", "!/"); // war:file:/app.war*/WEB-INF/lib/x.jar
        }
        List<String> parts = parts(rest);
        return parts.isEmpty() ? new Elsewhere("") : of(parts, local, rest.endsWith("/"));
    }

    private static CodeLocation of(List<String> parts, boolean local, boolean slash) {
        String last = parts.getLast();
        if (!local || parts.size() > 2) {
            return isArchive(last) || parts.size() == 1
                    ? new Elsewhere(lastPart(UrlText.decoded(last)))
                    : new NestedFolder(UrlText.file(parts.getFirst()), UrlText.decoded(last));
        }
        File file = UrlText.file(parts.getFirst());
        if (parts.size() == 2) {
            return isArchive(last)
                    ? new NestedJar(file, UrlText.decoded(last))
                    : new NestedFolder(file, UrlText.decoded(last));
        }
        boolean folder = slash && !isArchive(last) || file.isDirectory();
        return folder ? new Folder(file.getName()) : new Jar(file);
    }

    private static boolean isArchive(String name) {
        return name.endsWith(".jar") || name.endsWith(".war") || name.endsWith(".zip") || name.endsWith(".ear");
    }

    /** The schemes that stand before a path, one after the other; null where the path begins. */
    private static String scheme(String text) {
        int colon = text.indexOf(':');
        int slash = text.indexOf('/');
        // A single letter is a drive of Windows.
        return colon > 1 && (slash < 0 || colon < slash) ? text.substring(0, colon) : null;
    }

    private static List<String> parts(String path) {
        var parts = new ArrayList<String>();
        for (String part : path.split("!/")) {
            String plain = part;
            while (plain.endsWith("/") || plain.endsWith("!")) {
                plain = plain.substring(0, plain.length() - 1);
            }
            if (!plain.isEmpty()) {
                parts.add(plain);
            }
        }
        return parts;
    }

    private static String lastPart(String path) {
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(path.lastIndexOf('/', end - 1) + 1, end);
    }
}
