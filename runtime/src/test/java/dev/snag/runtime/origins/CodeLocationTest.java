package dev.snag.runtime.origins;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.runtime.origins.CodeLocation.Elsewhere;
import dev.snag.runtime.origins.CodeLocation.Folder;
import dev.snag.runtime.origins.CodeLocation.ImageModule;
import dev.snag.runtime.origins.CodeLocation.Jar;
import dev.snag.runtime.origins.CodeLocation.NestedFolder;
import dev.snag.runtime.origins.CodeLocation.NestedJar;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CodeLocationTest {

    private static final File APP = new File("/srv/my app/app.jar");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jar:file:/srv/my%20app/app.jar!/BOOT-INF/lib/x-1.2.jar!/",
                "jar:nested:/srv/my%20app/app.jar/!BOOT-INF/lib/x-1.2.jar!/",
                "jar:nested:/srv/my app/app.jar/!BOOT-INF/lib/x-1.2.jar!/"
            })
    void a_jar_in_a_fat_jar_is_found_in_each_form_of_its_url(String url) {
        assertThat(CodeLocation.of(url)).isEqualTo(new NestedJar(APP, "BOOT-INF/lib/x-1.2.jar"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jar:file:/srv/my%20app/app.jar!/BOOT-INF/classes!/",
                "jar:file:/srv/my%20app/app.jar!/BOOT-INF/classes/",
                "jar:nested:/srv/my%20app/app.jar/!BOOT-INF/classes/!/"
            })
    void classes_of_a_fat_jar_are_found_in_each_form_of_their_url(String url) {
        assertThat(CodeLocation.of(url)).isEqualTo(new NestedFolder(APP, "BOOT-INF/classes"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "war:file:/srv/shop.war*/WEB-INF/lib/x-1.2.jar",
                "jar:war:file:/srv/shop.war*/WEB-INF/lib/x-1.2.jar!/",
                "jar:war:file:/srv/shop.war^/WEB-INF/lib/x-1.2.jar!/"
            })
    void a_jar_in_a_war_is_found(String url) {
        assertThat(CodeLocation.of(url)).isEqualTo(new NestedJar(new File("/srv/shop.war"), "WEB-INF/lib/x-1.2.jar"));
    }

    @ParameterizedTest
    @CsvSource({
        "file:/srv/lib/x-1.2.jar, /srv/lib/x-1.2.jar",
        "jar:file:/srv/lib/x-1.2.jar!/, /srv/lib/x-1.2.jar",
        "file:/srv/a+b/x%2D1.jar, /srv/a+b/x-1.jar",
        "file:/srv/100%/x.jar, /srv/100%/x.jar"
    })
    void a_plain_jar_is_found(String url, String path) {
        assertThat(CodeLocation.of(url)).isEqualTo(new Jar(new File(path)));
    }

    @Test
    void a_folder_is_told_from_a_jar_by_its_slash_or_by_what_is_there(@TempDir Path folder) throws Exception {
        Path exploded = Files.createDirectory(folder.resolve("exploded.jar"));
        Path jar = JarBytes.jar().in(folder, "plain.jar");

        assertThat(CodeLocation.of("file:/srv/shop/classes/")).isEqualTo(new Folder("classes"));
        assertThat(CodeLocation.of("file:" + folder)).isInstanceOf(Folder.class);
        assertThat(CodeLocation.of("file:" + exploded + "/")).isEqualTo(new Folder("exploded.jar"));
        assertThat(CodeLocation.of("file:" + jar)).isEqualTo(new Jar(jar.toFile()));
    }

    @Test
    void a_path_that_was_not_escaped_is_taken_as_it_stands_where_only_that_exists(@TempDir Path folder)
            throws Exception {
        Path jar = JarBytes.jar().in(folder, "x%20y.jar");

        assertThat(CodeLocation.of("file:" + jar)).isEqualTo(new Jar(jar.toFile()));
    }

    @Test
    void a_module_of_an_image_is_found() {
        assertThat(CodeLocation.of("jrt:/com.acme.shop")).isEqualTo(new ImageModule("com.acme.shop"));
    }

    @ParameterizedTest
    @CsvSource({
        "vfs:/content/shop.war/WEB-INF/lib/x-1.2.jar/, x-1.2.jar",
        "http://host/lib/x-1.2.jar, x-1.2.jar",
        "jar:file:/srv/shop.ear!/web.war!/WEB-INF/lib/x-1.2.jar!/, x-1.2.jar",
        "bundleresource://17.fwk/, ''"
    })
    void what_cannot_be_opened_has_a_name_at_most(String url, String name) {
        CodeLocation location = CodeLocation.of(url);

        assertThat(location).isInstanceOf(Elsewhere.class);
        if (!name.isEmpty()) {
            assertThat(location).isEqualTo(new Elsewhere(name));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql-42.5.6.jar, postgresql, 42.5.6",
        "postgresql-42.2.27.jre7.jar, postgresql, 42.2.27.jre7",
        "guava-33.8.0-jre.jar, guava, 33.8.0-jre",
        "x-1.0-20240101.120000-3.jar, x, 1.0-20240101.120000-3",
        "x-1.0-beta-2.jar, x, 1.0-beta-2",
        "log4j-1.2-api-2.26.1.jar, log4j-1.2-api, 2.26.1",
        "lib_2.13-3.1.jar, lib_2.13, 3.1",
        "sisu-guice-3.1.0-no_aop.jar, sisu-guice, 3.1.0-no_aop",
        "shop.war, shop, "
    })
    void a_file_name_tells_artifact_and_version(String fileName, String artifact, String version) {
        assertThat(JarName.of(fileName)).isEqualTo(new JarName(artifact, version));
    }
}
