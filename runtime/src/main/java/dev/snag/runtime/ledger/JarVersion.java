package dev.snag.runtime.ledger;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;

/** The version of a jar: by its manifest, else by Maven's {@code pom.properties}, else by its name. */
final class JarVersion {

    private static final Pattern IN_NAME = Pattern.compile("-(\\d[\\w.+-]*)\\.jar$");

    private JarVersion() {}

    static String decoded(URL location) {
        String path = location.getPath();
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException neverEncoded) {
            return path; // File.toURL() leaves a per cent sign as it is
        }
    }

    /** The last part of the path that names a file or folder. */
    static String fileName(String path) {
        String plain = path.replaceAll("!?/+$", "");
        return plain.substring(plain.lastIndexOf('/') + 1);
    }

    static String of(URL location, String path) {
        if (location.getProtocol().equals("file") && path.endsWith(".jar")) {
            try (var jar = new JarFile(new File(path))) {
                String version = byManifest(jar);
                version = version == null ? byPom(jar) : version;
                if (version != null) {
                    return version;
                }
            } catch (IOException | RuntimeException unreadable) {
                return byName(path); // deleted or replaced while it runs, tampered with, a bad escape in its properties
            }
        }
        return byName(path);
    }

    private static String byManifest(JarFile jar) throws IOException {
        if (jar.getManifest() == null) {
            return null;
        }
        Attributes main = jar.getManifest().getMainAttributes();
        String version = main.getValue(Attributes.Name.IMPLEMENTATION_VERSION);
        return version == null ? main.getValue("Bundle-Version") : version;
    }

    private static String byPom(JarFile jar) throws IOException {
        var poms = jar.stream()
                .filter(entry -> entry.getName().startsWith("META-INF/maven/")
                        && entry.getName().endsWith("/pom.properties"))
                .toList();
        if (poms.size() != 1) {
            return null; // a shaded jar has the properties of all that is in it
        }
        return version(jar, poms.getFirst());
    }

    private static String version(JarFile jar, ZipEntry pom) throws IOException {
        try (InputStream in = jar.getInputStream(pom)) {
            var properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        }
    }

    private static String byName(String path) {
        Matcher matcher = IN_NAME.matcher(fileName(path));
        return matcher.find() ? matcher.group(1) : null;
    }
}
