package dev.snag.runtime.origins;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import java.util.zip.ZipEntry;

/**
 * Loads classes out of a fat jar as Spring Boot's loader does: those of {@code BOOT-INF/classes}, and those of jars that are
 * nested in it. Its URLs have a handler of its own, which counts how often it is used.
 */
final class FatJarLoader extends ClassLoader {

    final AtomicInteger handled = new AtomicInteger();
    private final Path fat;
    private final String classesUrl;
    private final String jarUrl;

    /** With the forms of URL for classes and nested jars; {@code %s} is the fat jar's path, then the entry. */
    FatJarLoader(Path fat, String classesUrl, String jarUrl) {
        super(null);
        this.fat = fat;
        this.classesUrl = classesUrl;
        this.jarUrl = jarUrl;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        String path = name.replace('.', '/') + ".class";
        try (var jar = new JarFile(fat.toFile())) {
            ZipEntry own = jar.getEntry("BOOT-INF/classes/" + path);
            if (own != null) {
                return define(name, jar.getInputStream(own).readAllBytes(), classesUrl.formatted(fat));
            }
            for (ZipEntry entry : jar.stream().toList()) {
                byte[] code = entry.getName().endsWith(".jar") ? find(jar.getInputStream(entry), path) : null;
                if (code != null) {
                    return define(name, code, jarUrl.formatted(fat, entry.getName()));
                }
            }
            throw new ClassNotFoundException(name);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    private static byte[] find(InputStream nested, String path) throws IOException {
        try (var in = new JarInputStream(new ByteArrayInputStream(nested.readAllBytes()))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().equals(path)) {
                    return in.readAllBytes();
                }
            }
            return null;
        }
    }

    private Class<?> define(String name, byte[] code, String url) throws IOException {
        URL location = URL.of(URI.create(url.replace(" ", "%20")), new Counting());
        var domain = new ProtectionDomain(new CodeSource(location, (Certificate[]) null), null);
        Class<?> defined = defineClass(name, code, 0, code.length, domain);
        handled.set(0); // the JDK itself used it
        return defined;
    }

    private final class Counting extends URLStreamHandler {

        @Override
        protected URLConnection openConnection(URL url) throws IOException {
            handled.incrementAndGet();
            throw new IOException("the URL's handler was used");
        }

        @Override
        protected String toExternalForm(URL url) {
            handled.incrementAndGet();
            return super.toExternalForm(url);
        }

        @Override
        protected int hashCode(URL url) {
            handled.incrementAndGet();
            return super.hashCode(url);
        }
    }
}
