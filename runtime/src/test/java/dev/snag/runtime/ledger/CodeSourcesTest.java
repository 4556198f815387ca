package dev.snag.runtime.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.runtime.diagnosis.Stacks;
import dev.snag.runtime.ledger.CodeSources.Origin;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeSourcesTest {

    private static final String NAME = Stacks.class.getName();

    @TempDir
    private Path folder;

    private URLClassLoader loader;

    @AfterEach
    void close() throws IOException {
        if (loader != null) {
            loader.close();
        }
    }

    private Class<?> from(Path place) throws Exception {
        loader = new URLClassLoader(new URL[] {place.toUri().toURL()}, null);
        return loader.loadClass(NAME);
    }

    private Class<?> fromJar(String name) throws Exception {
        return from(SmallJar.at(folder.resolve(name)).with(Stacks.class).write());
    }

    private Class<?> fromFolder(Path place) throws Exception {
        Path file = place.resolve(NAME.replace('.', '/') + ".class");
        Files.createDirectories(file.getParent());
        try (var in = Stacks.class.getResourceAsStream("Stacks.class")) {
            Files.copy(in, file);
        }
        return from(place);
    }

    private static CodeSources among(Class<?> type, List<String> include, String ownJar) {
        return new CodeSources(() -> new Class<?>[] {String.class, type}, include, ownJar);
    }

    private static StackTraceElement frame(String type) {
        return new StackTraceElement("app", null, null, type, "m", "S.java", 1);
    }

    @Test
    void a_frame_of_the_jdk_is_told_by_its_module_and_version() {
        assertThat(among(String.class, List.of(), null).of(Stacks.jdk("java.lang.Thread.sleep:1")))
                .isEqualTo(new Origin("java.base@25.0.3", null, false));
    }

    @Test
    void a_librarys_jar_is_named_with_its_version_and_is_not_the_users_own() throws Exception {
        assertThat(among(fromJar("orders-1.2.jar"), List.of(), null).of(frame(NAME)))
                .isEqualTo(new Origin("orders-1.2.jar", "1.2", false));
    }

    @Test
    void a_folder_is_the_users_own() throws Exception {
        assertThat(among(fromFolder(folder.resolve("classes")), List.of(), null).of(frame(NAME)))
                .isEqualTo(new Origin("classes", null, true));
    }

    @Test
    void a_folder_below_one_whose_name_looks_like_a_jars_is_a_folder() throws Exception {
        assertThat(among(fromFolder(folder.resolve("my.jars/classes")), List.of(), null)
                        .of(frame(NAME)))
                .isEqualTo(new Origin("classes", null, true));
    }

    @Test
    void the_applications_own_jar_is_the_users_own() throws Exception {
        assertThat(among(fromJar("app.jar"), List.of(), "app.jar")
                        .of(frame(NAME))
                        .own())
                .isTrue();
    }

    @Test
    void a_library_whose_name_ends_like_it_is_not() throws Exception {
        assertThat(among(fromJar("other-app.jar"), List.of(), "app.jar")
                        .of(frame(NAME))
                        .own())
                .isFalse();
    }

    @Test
    void where_packages_are_named_these_alone_are_the_users_own() throws Exception {
        Class<?> inFolder = fromFolder(folder.resolve("classes"));

        assertThat(among(inFolder, List.of("com.acme."), null).of(frame(NAME)).own())
                .isFalse();
        assertThat(among(inFolder, List.of("dev.snag."), null).of(frame(NAME)).own())
                .isTrue();
        assertThat(among(inFolder, List.of("com.acme."), null)
                        .of(frame("com.acme.Unloaded"))
                        .own())
                .isTrue();
    }

    @Test
    void a_lambdas_frame_is_told_by_the_class_it_is_of() throws Exception {
        assertThat(among(fromJar("orders-1.2.jar"), List.of(), null)
                        .of(frame(NAME + "$$Lambda/0x00007f1c00001000"))
                        .jar())
                .isEqualTo("orders-1.2.jar");
    }

    @Test
    void what_is_not_loaded_is_unknown_and_sought_once() {
        var asked = new AtomicInteger();
        var sources = new CodeSources(
                () -> {
                    asked.incrementAndGet();
                    return new Class<?>[0];
                },
                List.of(),
                null);

        assertThat(sources.of(frame("com.acme.Gone"))).isEqualTo(Origin.UNKNOWN);
        assertThat(sources.of(frame("com.acme.Gone"))).isEqualTo(Origin.UNKNOWN);
        assertThat(asked).hasValue(1);
    }
}
