package dev.snag.benchmarks.fork;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Jars of a few of our own classes, so that a child's class path holds what it runs and nothing else. */
public final class SmallJar {

    private SmallJar() {}

    /** Writes {@code jar} with the given classes and the manifest's main attributes. */
    public static Path write(Path jar, Map<String, String> attributes, List<Class<?>> classes) {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.forEach(main::putValue);
        try {
            Files.createDirectories(jar.toAbsolutePath().getParent());
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
                for (Class<?> type : classes) {
                    out.putNextEntry(new JarEntry(pathOf(type)));
                    out.write(bytesOf(type));
                    out.closeEntry();
                }
            }
        } catch (IOException e) {
            throw new BenchmarkFailed("Cannot write " + jar, e);
        }
        return jar.toAbsolutePath();
    }

    /** The jar of {@link DoNothingAgent}. */
    public static Path doNothingAgent(Path folder) {
        return write(
                folder.resolve("do-nothing-agent.jar"),
                Map.of(
                        "Premain-Class",
                        DoNothingAgent.class.getName(),
                        "Can-Retransform-Classes",
                        "true",
                        "Can-Redefine-Classes",
                        "true"),
                List.of(DoNothingAgent.class));
    }

    /** The class file of one of our own classes. */
    public static byte[] bytesOf(Class<?> type) {
        try (InputStream in = type.getClassLoader().getResourceAsStream(pathOf(type))) {
            if (in == null) {
                throw new BenchmarkFailed("The class file of " + type.getName() + " is not on the class path");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new BenchmarkFailed("Cannot read the class file of " + type.getName(), e);
        }
    }

    private static String pathOf(Class<?> type) {
        return type.getName().replace('.', '/') + ".class";
    }
}
