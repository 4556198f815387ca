package dev.snag.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is in the one jar, and what is not. */
class ShippedJarIT {

    private static final String BOOT = "dev/snag/agent/boot/";
    private static final String ENGINE = "engine/";
    private static final int JAVA_11 = 55;
    private static final int JAVA_21 = 65;

    private final JarFile jar = open();

    private static JarFile open() {
        try {
            return new JarFile(Shipped.agentJar().toFile());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @AfterEach
    void close() throws IOException {
        jar.close();
    }

    private List<JarEntry> entries() {
        return jar.stream().toList();
    }

    private List<String> classes(String prefix) {
        return entries().stream()
                .map(JarEntry::getName)
                .filter(name -> name.startsWith(prefix) && name.endsWith(".class"))
                .toList();
    }

    private int version(String name) throws IOException {
        try (var in = new DataInputStream(jar.getInputStream(jar.getJarEntry(name)))) {
            in.readInt();
            in.readUnsignedShort();
            return in.readUnsignedShort();
        }
    }

    @Test
    void at_its_root_are_the_entry_points_the_manifest_and_nothing_else() {
        assertThat(entries())
                .filteredOn(entry -> !entry.isDirectory())
                .extracting(JarEntry::getName)
                .allMatch(
                        name -> name.startsWith(BOOT) || name.startsWith(ENGINE) || name.equals(JarFile.MANIFEST_NAME));
        assertThat(entries())
                .filteredOn(JarEntry::isDirectory)
                .extracting(JarEntry::getName)
                .allMatch(name -> BOOT.startsWith(name) || name.startsWith(ENGINE) || name.equals("META-INF/"));
    }

    @Test
    void the_entry_points_are_these() {
        assertThat(classes(BOOT))
                .containsExactlyInAnyOrder(
                        BOOT + "Engine.class",
                        BOOT + "EngineLoader.class",
                        BOOT + "JdkTool.class",
                        BOOT + "Requirements.class",
                        BOOT + "SnagAgent.class",
                        BOOT + "SnagMain.class",
                        BOOT + "package-info.class");
    }

    @Test
    void the_engine_is_ours_and_the_libraries_that_it_uses() {
        var roots = new TreeSet<String>();
        for (String name : classes(ENGINE)) {
            roots.add(name.replaceFirst("^engine/((dev|com|org)/[^/]+|[^/]+)/.*$", "$1"));
        }

        assertThat(roots).containsExactly("com/google", "dev/snag", "org/objectweb", "picocli");
        assertThat(classes(ENGINE)).contains("engine/dev/snag/agent/AgentEntry.class");
        assertThat(classes(ENGINE)).noneMatch(name -> name.startsWith(ENGINE + BOOT));
        assertThat(classes(ENGINE))
                .noneMatch(name -> name.matches(".*/(junit|assertj|archunit|slf4j|util/Textifier).*"));
    }

    @Test
    void no_entry_is_there_twice() {
        assertThat(entries()).extracting(JarEntry::getName).doesNotHaveDuplicates();
    }

    @Test
    void no_class_is_there_twice() {
        assertThat(classes(""))
                .extracting(name -> name.replaceFirst("^" + ENGINE, ""))
                .doesNotHaveDuplicates();
    }

    @Test
    void there_is_no_module_and_no_signature_and_no_other_version_of_a_class() {
        assertThat(entries())
                .extracting(JarEntry::getName)
                .noneMatch(name -> name.endsWith("module-info.class")
                        || name.contains("META-INF/versions")
                        || name.contains("META-INF/services")
                        || name.matches(".*\\.(SF|RSA|DSA|EC)"));
    }

    @Test
    void a_jvm_of_11_can_read_the_entry_points() throws IOException {
        for (String name : classes(BOOT)) {
            assertThat(version(name)).as(name).isEqualTo(JAVA_11);
        }
    }

    @Test
    void a_jvm_of_21_can_read_all() throws IOException {
        for (String name : classes(ENGINE)) {
            assertThat(version(name)).as(name).isLessThanOrEqualTo(JAVA_21);
        }
        assertThat(version("engine/dev/snag/agent/AgentEntry.class")).isEqualTo(JAVA_21);
    }

    @Test
    void the_manifest_names_the_entry_points_and_what_they_may_do() throws IOException {
        Attributes main = jar.getManifest().getMainAttributes();

        assertThat(main.getValue("Premain-Class")).isEqualTo("dev.snag.agent.boot.SnagAgent");
        assertThat(main.getValue("Agent-Class")).isEqualTo("dev.snag.agent.boot.SnagAgent");
        assertThat(main.getValue("Main-Class")).isEqualTo("dev.snag.agent.boot.SnagMain");
        assertThat(main.getValue("Can-Retransform-Classes")).isEqualTo("true");
        assertThat(main.getValue("Implementation-Title")).isEqualTo("Snag");
        assertThat(main.getValue("Implementation-Version")).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
    }

    @Test
    void the_manifest_puts_nothing_on_a_class_path_and_tells_nothing_of_the_machine_it_was_built_on()
            throws IOException {
        Attributes main = jar.getManifest().getMainAttributes();

        for (String absent : List.of(
                "Boot-Class-Path", "Class-Path", "Launcher-Agent-Class", "Built-By", "Build-Jdk", "Multi-Release")) {
            assertThat(main.getValue(absent)).as(absent).isNull();
        }
    }

    @Test
    void all_entries_have_one_time_so_that_two_builds_give_the_same_jar() {
        assertThat(entries().stream().map(JarEntry::getTimeLocal).distinct()).hasSize(1);
    }
}
