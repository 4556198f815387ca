package dev.snag.it;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * An application as Spring Boot packs it: a launcher, the application's classes in {@code BOOT-INF/classes}, and a library as
 * a jar in {@code BOOT-INF/lib}. The launcher's URLs have a handler of its own, which says so where it is opened.
 */
final class FatJar {

    private static final String LAUNCHER = """
            package launch;
            import java.io.*; import java.net.*; import java.security.*; import java.util.jar.*; import java.util.zip.*;
            public class Launcher extends ClassLoader {
                final String fat;
                Launcher(String fat) { super(ClassLoader.getPlatformClassLoader()); this.fat = fat; }
                public static void main(String[] args) throws Exception {
                    String fat = new File(System.getProperty("java.class.path")).getAbsolutePath();
                    new Launcher(fat).loadClass("com.acme.Main").getMethod("main", String[].class)
                            .invoke(null, (Object) args);
                }
                @Override protected Class<?> findClass(String name) throws ClassNotFoundException {
                    String path = name.replace('.', '/') + ".class";
                    try (JarFile jar = new JarFile(fat)) {
                        ZipEntry own = jar.getEntry("BOOT-INF/classes/" + path);
                        if (own != null) {
                            return define(name, jar.getInputStream(own).readAllBytes(), "BOOT-INF/classes/");
                        }
                        for (var entries = jar.entries(); entries.hasMoreElements(); ) {
                            JarEntry entry = entries.nextElement();
                            if (!entry.getName().endsWith(".jar")) continue;
                            var in = new JarInputStream(jar.getInputStream(entry));
                            for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
                                if (e.getName().equals(path)) return define(name, in.readAllBytes(), entry.getName());
                            }
                        }
                    } catch (IOException e) {
                        throw new ClassNotFoundException(name, e);
                    }
                    throw new ClassNotFoundException(name);
                }
                Class<?> define(String name, byte[] code, String entry) throws IOException {
                    var handler = new URLStreamHandler() {
                        @Override protected URLConnection openConnection(URL url) throws IOException {
                            System.out.println("handler opened");
                            throw new IOException();
                        }
                    };
                    URL url = URL.of(URI.create("jar:nested:" + fat + "/!" + entry + "!/"), handler);
                    var source = new CodeSource(url, (java.security.cert.Certificate[]) null);
                    return defineClass(name, code, 0, code.length, new ProtectionDomain(source, null));
                }
            }
            """;

    private FatJar() {}

    /** Packs these classes, given by name and source, into {@code app.jar} in that folder. */
    static Path pack(Path folder, Map<String, String> application, String libraryJar, Map<String, String> library)
            throws IOException {
        Path launcher = compile(folder.resolve("launcher"), List.of(), Map.of("launch.Launcher", LAUNCHER));
        Path libraries = compile(folder.resolve("library"), List.of(), library);
        Path classes = compile(folder.resolve("classes"), List.of(libraries), application);
        var nested = new ByteArrayOutputStream();
        try (var out = new JarOutputStream(nested)) {
            add(out, "", libraries);
        }
        Path fat = folder.resolve("app.jar");
        var manifest = new Manifest();
        manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
        manifest.getMainAttributes().putValue("Main-Class", "launch.Launcher");
        manifest.getMainAttributes().putValue("Start-Class", "com.acme.Main");
        try (OutputStream file = Files.newOutputStream(fat);
                var out = new JarOutputStream(file, manifest)) {
            add(out, "", launcher);
            add(out, "BOOT-INF/classes/", classes);
            out.putNextEntry(new JarEntry("BOOT-INF/lib/" + libraryJar));
            out.write(nested.toByteArray());
            out.closeEntry();
        }
        return fat;
    }

    private static Path compile(Path into, List<Path> classPath, Map<String, String> sources) throws IOException {
        Files.createDirectories(into);
        Path scratch = into.resolveSibling(into.getFileName() + "-sources");
        var arguments = new ArrayList<>(List.of("--release", "21", "-d", into.toString(), "-cp"));
        arguments.add(
                classPath.isEmpty() ? into.toString() : classPath.getFirst().toString());
        for (var source : sources.entrySet()) {
            Path file = scratch.resolve(source.getKey().replace('.', '/') + ".java");
            Files.createDirectories(file.getParent());
            arguments.add(Files.writeString(file, source.getValue()).toString());
        }
        int status = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        if (status != 0) {
            throw new IOException("javac ended with " + status);
        }
        return into;
    }

    private static void add(JarOutputStream out, String prefix, Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            String name = prefix + folder.relativize(file).toString().replace('\\', '/');
            out.putNextEntry(new JarEntry(name));
            out.write(Files.readAllBytes(file));
            out.closeEntry();
        }
    }
}
