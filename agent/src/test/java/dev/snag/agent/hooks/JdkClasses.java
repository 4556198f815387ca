package dev.snag.agent.hooks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The class files of each JDK from 21 on that this machine has; the running one is always there. */
public record JdkClasses(int feature, Path home) {

    private static final int OLDEST = 21;
    /** Opening the modules of a JDK takes longer than a test. */
    private static final Map<String, byte[]> READ = new ConcurrentHashMap<>();

    /** One of each feature version, the running one first. */
    public static List<JdkClasses> all() {
        var found = new TreeMap<Integer, JdkClasses>();
        var running = new JdkClasses(Runtime.version().feature(), Path.of(System.getProperty("java.home")));
        found.put(running.feature, running);
        for (Path home : homes()) {
            int feature = featureOf(home);
            if (feature >= OLDEST) {
                found.putIfAbsent(feature, new JdkClasses(feature, home));
            }
        }
        return List.copyOf(found.values());
    }

    private static List<Path> homes() {
        var homes = new ArrayList<Path>();
        for (Path folder : List.of(Path.of(System.getProperty("user.home"), ".jdks"), Path.of("/usr/lib/jvm"))) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> children = Files.list(folder)) {
                    children.sorted(Comparator.naturalOrder()).forEach(homes::add);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return homes;
    }

    /** 0 where it is no JDK with modules. */
    private static int featureOf(Path home) {
        if (!Files.isRegularFile(home.resolve("release")) || !Files.isRegularFile(home.resolve("lib/jrt-fs.jar"))) {
            return 0;
        }
        var release = new Properties();
        try (var reader = Files.newBufferedReader(home.resolve("release"))) {
            release.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + home, e);
        }
        String number = release.getProperty("JAVA_VERSION", "0").replace("\"", "");
        return Integer.parseInt(number.replaceAll("\\D.*$", ""));
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
