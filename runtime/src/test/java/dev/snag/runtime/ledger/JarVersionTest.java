package dev.snag.runtime.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JarVersionTest {

    private static final String POM = "META-INF/maven/com.acme/orders/pom.properties";

    @TempDir
    private Path folder;

    private static String versionOf(Path jar) throws MalformedURLException {
        URL location = jar.toUri().toURL();
        return JarVersion.of(location, JarVersion.decoded(location));
    }

    @Test
    void the_manifest_tells_it_first() throws IOException {
        Path jar = SmallJar.at(folder.resolve("orders-1.0.jar"))
                .manifest("Implementation-Version", "2.0")
                .manifest("Bundle-Version", "3.0")
                .entry(POM, "version=4.0")
                .write();

        assertThat(versionOf(jar)).isEqualTo("2.0");
    }

    @Test
    void the_bundles_version_is_the_manifests_second_word() throws IOException {
        Path jar = SmallJar.at(folder.resolve("orders-1.0.jar"))
                .manifest("Bundle-Version", "3.0")
                .entry(POM, "version=4.0")
                .write();

        assertThat(versionOf(jar)).isEqualTo("3.0");
    }

    @Test
    void then_mavens_properties() throws IOException {
        assertThat(versionOf(SmallJar.at(folder.resolve("orders-1.0.jar"))
                        .entry(POM, "version=4.0")
                        .write()))
                .isEqualTo("4.0");
    }

    @Test
    void a_shaded_jar_has_the_properties_of_others_so_its_name_tells_it() throws IOException {
        Path jar = SmallJar.at(folder.resolve("orders-1.0.jar"))
                .entry(POM, "version=4.0")
                .entry("META-INF/maven/org.lib/lib/pom.properties", "version=9.9")
                .write();

        assertThat(versionOf(jar)).isEqualTo("1.0");
    }

    @Test
    void properties_that_cannot_be_read_are_none() throws IOException {
        Path jar = SmallJar.at(folder.resolve("orders-1.0.jar"))
                .entry(POM, "version=\\u00g1")
                .write();

        assertThat(versionOf(jar)).isEqualTo("1.0");
    }

    @ParameterizedTest
    @CsvSource({
        "orders-1.2.3.jar, 1.2.3",
        "orders-2.0.0-RC1+b7.jar, 2.0.0-RC1+b7",
        "orders-api-1.0-SNAPSHOT.jar, 1.0-SNAPSHOT",
        "orders.jar, ",
        "h2o-core.jar, ",
    })
    void last_the_name(String name, String version) throws IOException {
        assertThat(versionOf(SmallJar.at(folder.resolve(name)).write())).isEqualTo(version);
    }

    @Test
    void a_jar_that_is_gone_or_broken_has_its_name_left() throws IOException {
        assertThat(versionOf(folder.resolve("gone-1.5.jar"))).isEqualTo("1.5");
        assertThat(versionOf(Files.writeString(folder.resolve("broken-1.6.jar"), "no zip")))
                .isEqualTo("1.6");
    }

    @Test
    void a_path_may_have_spaces_and_plus_and_per_cent() throws IOException {
        Path odd = Files.createDirectories(folder.resolve("my libs+more 100%"));
        Path jar = SmallJar.at(odd.resolve("orders+x-1.0.jar"))
                .manifest("Implementation-Version", "2.0")
                .write();

        assertThat(JarVersion.decoded(jar.toUri().toURL())).isEqualTo(jar.toString());
        assertThat(versionOf(jar)).isEqualTo("2.0");
    }

    /** As {@code File.toURL} makes them, which some containers still use. */
    @Test
    void a_location_that_was_never_encoded_is_taken_as_it_is() throws IOException {
        URL raw = URI.create("file:/").toURL();
        raw = newUrl(raw, "/opt/100%/orders-1.0.jar");

        assertThat(JarVersion.decoded(raw)).isEqualTo("/opt/100%/orders-1.0.jar");
    }

    @SuppressWarnings("deprecation") // the only way to a URL that no URI can be
    private static URL newUrl(URL base, String path) throws MalformedURLException {
        return new URL(base, path);
    }

    @ParameterizedTest
    @CsvSource({
        "/opt/lib/orders-1.0.jar, orders-1.0.jar",
        "/work/orders/target/classes/, classes",
        "nested:/opt/app.jar/!BOOT-INF/lib/orders-1.0.jar!/, orders-1.0.jar",
        "file:/opt/app.jar!/BOOT-INF/classes!/, classes",
    })
    void the_file_name_is_the_last_part_that_has_one(String path, String name) {
        assertThat(JarVersion.fileName(path)).isEqualTo(name);
    }
}
