package dev.snag.runtime.origins;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/**
 * What a jar says of itself.
 *
 * @param version of the manifest; null where it has none
 * @param mainClass of the manifest; null where it has none
 * @param launches whether it is a fat jar that only launches what is nested in it
 * @param poms of the libraries that are in it, at most {@link #MOST_POMS}
 */
record JarContents(String version, String mainClass, boolean launches, List<Pom> poms) {

    private static final int MOST_POMS = 500;
    private static final int POM_BYTES = 8_192;
    /** A jar within a jar has no index that could be read: all that is before an entry has to be inflated. */
    private static final long MOST_BYTES = 64L << 20;

    private static final JarContents NOTHING = new JarContents(null, null, false, List.of());

    static JarContents of(File file) throws IOException {
        try (var jar = new JarFile(file, false)) {
            var poms = new ArrayList<Pom>();
            Enumeration<JarEntry> entries = jar.entries();
            while (entries.hasMoreElements() && poms.size() < MOST_POMS) {
                JarEntry entry = entries.nextElement();
                if (isPom(entry)) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        add(poms, in);
                    }
                }
            }
            return of(jar.getManifest(), poms);
        }
    }

    /**
     * Of a jar within a jar.
     *
     * @throws IOException where it cannot be read, or is too large to be read through
     */
    static JarContents of(File outer, String entry) throws IOException {
        try (var jar = new JarFile(outer, false)) {
            ZipEntry inner = jar.getEntry(entry);
            if (inner == null) {
                return NOTHING;
            }
            try (var in = new JarInputStream(jar.getInputStream(inner), false)) {
                return of(in.getManifest(), poms(in));
            }
        }
    }

    private static List<Pom> poms(JarInputStream in) throws IOException {
        var poms = new ArrayList<Pom>();
        var skipped = new byte[POM_BYTES];
        long bytes = 0;
        for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
            if (isPom(entry) && poms.size() < MOST_POMS) {
                add(poms, in);
            }
            for (int read = in.read(skipped); read >= 0; read = in.read(skipped)) {
                bytes += read;
                if (bytes > MOST_BYTES) {
                    throw new IOException("more than " + MOST_BYTES + " bytes");
                }
            }
        }
        return poms;
    }

    private static boolean isPom(ZipEntry entry) {
        return entry.getName().startsWith("META-INF/maven/") && entry.getName().endsWith("/pom.properties");
    }

    private static void add(List<Pom> poms, InputStream in) throws IOException {
        var properties = new Properties();
        try {
            properties.load(new ByteArrayInputStream(in.readNBytes(POM_BYTES)));
        } catch (IllegalArgumentException malformed) {
            return; // a bad escape; it says nothing then
        }
        Pom pom = Pom.of(properties);
        if (pom != null) {
            poms.add(pom);
        }
    }

    private static JarContents of(Manifest manifest, List<Pom> poms) {
        if (manifest == null) {
            return new JarContents(null, null, false, List.copyOf(poms));
        }
        Attributes main = manifest.getMainAttributes();
        String version = main.getValue(Attributes.Name.IMPLEMENTATION_VERSION);
        version = version == null ? main.getValue("Bundle-Version") : version;
        return new JarContents(
                version == null || version.isBlank() ? null : version.strip().split("\\s")[0],
                main.getValue(Attributes.Name.MAIN_CLASS),
                main.getValue("Start-Class") != null,
                List.copyOf(poms));
    }
}
