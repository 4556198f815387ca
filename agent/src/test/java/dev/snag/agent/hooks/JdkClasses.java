package dev.snag.agent.hooks;

import dev.snag.jdks.Jdks;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The class files of each JDK from 21 on that this machine has; the running one is always there. */
public record JdkClasses(int feature, Path home) {

    private static final int OLDEST = 21;
    /** Opening the modules of a JDK takes longer than a test. */
    private static final Map<String, byte[]> READ = new ConcurrentHashMap<>();

    /** Of one JDK of each feature version, oldest first. */
    public static List<JdkClasses> all() {
        return Jdks.installed().from(OLDEST).stream()
                .filter(jdk -> Files.isRegularFile(jdk.home().resolve("lib/jrt-fs.jar")))
                .map(jdk -> new JdkClasses(jdk.feature(), jdk.home()))
                .toList();
    }

    /** The class file of this internal name. */
    public byte[] code(String name) throws IOException {
        byte[] known = READ.get(home + name);
        if (known == null) {
            known = read(name);
            READ.put(home + name, known);
        }
        return known.clone();
    }

    private byte[] read(String name) throws IOException {
        try (var modules = FileSystems.newFileSystem(URI.create("jrt:/"), Map.of("java.home", home.toString()))) {
            String packageName = name.substring(0, name.lastIndexOf('/')).replace('/', '.');
            try (Stream<Path> owners = Files.list(modules.getPath("/packages/" + packageName))) {
                return Files.readAllBytes(
                        owners.map(owner -> modules.getPath("/modules/" + owner.getFileName() + "/" + name + ".class"))
                                .filter(Files::exists)
                                .findFirst()
                                .orElseThrow(() -> new IOException("no " + name + " in JDK " + feature)));
            }
        }
    }

    @Override
    public String toString() {
        return "JDK " + feature;
    }
}
