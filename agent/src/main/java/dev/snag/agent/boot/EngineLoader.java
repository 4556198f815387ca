package dev.snag.agent.boot;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * Loads what lies below {@code engine/} in the agent's jar. Its parent has the JDK's modules and nothing else, so neither
 * sees the application's classes by name nor is seen by it: nothing has to be relocated.
 */
final class EngineLoader extends ClassLoader {

    private static final String PREFIX = "engine/";

    static {
        registerAsParallelCapable();
    }

    private final File file;
    private final JarFile jar;

    EngineLoader(File file) throws IOException {
        super("snag", ClassLoader.getPlatformClassLoader());
        this.file = file;
        this.jar = new JarFile(file, false);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        JarEntry entry = jar.getJarEntry(PREFIX + name.replace('.', '/') + ".class");
        if (entry == null) {
            throw new ClassNotFoundException(name + " is not in " + file);
        }
        try (InputStream in = jar.getInputStream(entry)) {
            byte[] code = in.readAllBytes();
            return defineClass(name, code, 0, code.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name + " cannot be read from " + file, e);
        }
    }

    /** Straight from the jar: a connection by URL would load a dozen classes of the JDK at start. */
    @Override
    public InputStream getResourceAsStream(String name) {
        JarEntry entry = jar.getJarEntry(PREFIX + name);
        if (entry == null) {
            return super.getResourceAsStream(name);
        }
        try {
            return jar.getInputStream(entry);
        } catch (IOException e) {
            throw new IllegalStateException(name + " cannot be read from " + file, e);
        }
    }

    @Override
    protected URL findResource(String name) {
        if (jar.getJarEntry(PREFIX + name) == null) {
            return null;
        }
        try {
            return new URL("jar:" + file.toURI() + "!/" + PREFIX + name);
        } catch (MalformedURLException e) {
            throw new IllegalStateException("The jar's own path makes no URL: " + file, e);
        }
    }
}
