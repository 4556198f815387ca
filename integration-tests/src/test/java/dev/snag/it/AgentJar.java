package dev.snag.it;

import dev.snag.it.programs.OtherAgent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** Packs {@link OtherAgent} as users have their agents. */
final class AgentJar {
    private AgentJar() {}

    /** The JVM's option for it, after packing it into that folder. */
    static String optionFor(String way, Path folder) throws IOException {
        var manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Premain-Class", OtherAgent.class.getName());
        attributes.putValue("Can-Retransform-Classes", "true");
        String entry = OtherAgent.class.getName().replace('.', '/') + ".class";
        Path jar = folder.resolve("other-agent.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            out.putNextEntry(new ZipEntry(entry));
            out.write(Files.readAllBytes(Programs.classes().resolve(entry)));
        }
        return "-javaagent:" + jar + "=" + way;
    }
}
