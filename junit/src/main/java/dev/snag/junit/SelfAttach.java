package dev.snag.junit;

import java.io.File;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Puts the agent into this JVM while it runs: by a process of its own, as a JVM does not let itself be attached to from within
 * unless it was started so.
 */
final class SelfAttach {

    private static final String ENTRY = "dev/snag/agent/boot/SnagAgent.class";
    private static final long LONGEST_SECONDS = 60;

    private SelfAttach() {}

    /** Returns why it could not be done; null where it was. */
    static String attach(Settings settings) {
        if (!settings.attach()) {
            return "it is not to be attached (" + Settings.ATTACH + "=false)";
        }
        try {
            Path jar = settings.agent() == null ? onClassPath() : Path.of(settings.agent());
            if (jar == null) {
                return "there is none to attach: dev.snag:snag-agent is not on the class path, and " + Settings.AGENT
                        + " names none";
            }
            if (!Files.isRegularFile(jar)) {
                return "there is no agent at " + jar;
            }
            return run(jar.toAbsolutePath());
        } catch (IOException | URISyntaxException e) {
            return "it could not be attached: " + e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "the attaching was interrupted";
        }
    }

    /** The jar that has the agent's entry; null where there is none, or it is a folder of classes. */
    private static Path onClassPath() throws IOException, URISyntaxException {
        URL entry = SelfAttach.class.getClassLoader().getResource(ENTRY);
        if (entry == null) {
            return null;
        }
        URLConnection connection = entry.openConnection();
        return connection instanceof JarURLConnection inJar
                ? Path.of(inJar.getJarFileURL().toURI())
                : null;
    }

    private static String run(Path jar) throws IOException, InterruptedException, URISyntaxException {
        URL ours = SelfAttach.class.getProtectionDomain().getCodeSource().getLocation();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", new File(ours.toURI()).getPath(), Attacher.class.getName()));
        command.add(Long.toString(ProcessHandle.current().pid()));
        command.add(jar.toString());
        if (System.getProperty("snag.profile") == null && System.getenv("SNAG_PROFILE") == null) {
            command.add("profile=test");
        }
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        Path said = Files.createTempFile("snag-attach", ".txt");
        try {
            Process process = builder.redirectOutput(said.toFile()).start();
            boolean ended = process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly();
                return "the attaching did not end within " + LONGEST_SECONDS + " s";
            }
            String text = Files.readString(said, StandardCharsets.UTF_8).strip();
            return process.exitValue() == 0 ? null : "it could not be attached: " + text;
        } finally {
            Files.deleteIfExists(said);
        }
    }
}
