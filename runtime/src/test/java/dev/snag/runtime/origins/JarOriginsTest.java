package dev.snag.runtime.origins;

import static dev.snag.runtime.origins.JarBytes.jar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.runtime.origins.CodeLocation.ImageModule;
import dev.snag.runtime.origins.CodeLocation.Jar;
import dev.snag.runtime.origins.CodeLocation.NestedFolder;
import dev.snag.runtime.origins.CodeLocation.NestedJar;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JarOriginsTest {

    private static final String DRIVER = "org.postgresql.Driver";

    @TempDir
    private Path folder;

    private Origin origin(JarBytes jar, String name, String className) throws Exception {
        return new JarOrigins(Application.UNKNOWN)
                .of(new Jar(jar.in(folder, name).toFile()), className);
    }

    private Origin ofApplication(JarBytes jar, String className) throws Exception {
        Path file = jar.in(folder, "app.jar");
        return new JarOrigins(new Application(file.toFile(), null, null)).of(new Jar(file.toFile()), className);
    }

    @Test
    void the_file_name_wins_over_what_the_manifest_says() throws Exception {
        JarBytes jar = jar().says("Implementation-Version", "20140411-1123");

        assertThat(origin(jar, "cdi-api-1.2.jar", "javax.enterprise.X"))
                .isEqualTo(new Origin("cdi-api-1.2.jar", "cdi-api", "1.2", false));
    }

    @Test
    void a_renamed_jar_is_told_by_its_pom() throws Exception {
        JarBytes jar = jar().says("Implementation-Version", "9").pom("org.postgresql", "postgresql", "42.5.6");

        assertThat(origin(jar, "driver.jar", DRIVER))
                .isEqualTo(new Origin("driver.jar", "postgresql", "42.5.6", false));
    }

    @Test
    void a_jar_of_no_version_and_no_pom_is_told_by_its_manifest() throws Exception {
        assertThat(origin(jar().says("Implementation-Version", "2.2.220 (b0)"), "h2.jar", "org.h2.Driver"))
                .isEqualTo(new Origin("h2.jar", "h2", "2.2.220", false));
        assertThat(origin(jar().says("Bundle-Version", "1.5"), "b.jar", "b.B").version())
                .isEqualTo("1.5");
    }

    @Test
    void a_jar_that_says_nothing_has_no_version() throws Exception {
        assertThat(origin(jar(), "x.jar", "x.X")).isEqualTo(new Origin("x.jar", "x", null, false));
    }

    @Test
    void the_pom_tells_where_the_version_begins_in_the_name() throws Exception {
        JarBytes jar = jar().pom("org.acme", "acme-2-bridge", "1.1");

        assertThat(origin(jar, "acme-2-bridge-1.1.jar", "org.acme.X"))
                .isEqualTo(new Origin("acme-2-bridge-1.1.jar", "acme-2-bridge", "1.1", false));
    }

    @Test
    void the_pom_of_what_was_merged_in_is_not_that_of_the_jar() throws Exception {
        JarBytes jar = jar().pom("org.jctools", "jctools-core", "4.0.5");

        assertThat(origin(jar, "opentelemetry-sdk-trace-1.55.0.jar", "io.opentelemetry.sdk.trace.X"))
                .isEqualTo(
                        new Origin("opentelemetry-sdk-trace-1.55.0.jar", "opentelemetry-sdk-trace", "1.55.0", false));
        assertThat(origin(jar, "opentelemetry-sdk-trace-1.55.0.jar", "org.jctools.queues.X"))
                .isEqualTo(
                        new Origin("opentelemetry-sdk-trace-1.55.0.jar!jctools-core", "jctools-core", "4.0.5", false));
    }

    private static JarBytes shaded() {
        return jar().says("Main-Class", "com.acme.shop.Main")
                .says("Implementation-Version", "1.0")
                .pom("com.acme", "shop", "1.0")
                .pom("org.postgresql", "postgresql", "42.5.6")
                .pom("org.apache.logging.log4j", "log4j-api", "2.26.1")
                .pom("org.apache.logging.log4j", "log4j-core", "2.26.1")
                .pom("org.netty", "a", "1")
                .pom("org.netty", "b", "2")
                .pom("com.google.code.gson", "gson", "2.13.2");
    }

    @Test
    void a_library_in_a_shaded_jar_is_told_by_the_longest_package_that_fits() throws Exception {
        assertThat(ofApplication(shaded(), DRIVER))
                .isEqualTo(new Origin("app.jar!postgresql", "postgresql", "42.5.6", false));
        assertThat(ofApplication(shaded(), "org.apache.logging.log4j.core.Logger"))
                .isEqualTo(new Origin("app.jar!log4j-core", "log4j-core", "2.26.1", false));
    }

    @Test
    void of_libraries_that_share_a_package_the_version_is_told_only_where_it_is_one() throws Exception {
        assertThat(ofApplication(shaded(), "org.apache.logging.log4j.Logger"))
                .isEqualTo(new Origin("app.jar!org.apache.logging.log4j", null, "2.26.1", false));
        assertThat(ofApplication(shaded(), "org.netty.X")).isEqualTo(new Origin("app.jar", null, null, false));
    }

    @Test
    void a_library_in_a_shaded_jar_that_no_package_tells_has_no_version_and_is_not_the_users() throws Exception {
        assertThat(ofApplication(shaded(), "com.google.gson.Gson")).isEqualTo(new Origin("app.jar", null, null, false));
    }

    @Test
    void the_users_code_in_a_shaded_jar_is_the_users() throws Exception {
        assertThat(ofApplication(shaded(), "com.acme.shop.Orders").own()).isTrue();
        assertThat(ofApplication(shaded(), "com.acme.shop.Orders").version()).isEqualTo("1.0");
    }

    @Test
    void the_users_code_in_a_shaded_jar_without_a_pom_is_what_shares_a_package_with_main() throws Exception {
        JarBytes jar = jar().says("Main-Class", "com.acme.shop.Main")
                .pom("a.b", "c", "1")
                .pom("d.e", "f", "2");

        assertThat(ofApplication(jar, "com.acme.stock.Shelf").own()).isTrue();
        assertThat(ofApplication(jar, "com.google.gson.Gson").own()).isFalse();
        assertThat(ofApplication(jar, "a.b.C").own()).isFalse();
    }

    @Test
    void the_applications_jar_is_the_users_and_one_whose_name_ends_alike_is_not() throws Exception {
        Path app = jar().in(folder, "app.jar");
        Path other = jar().in(folder, "myapp.jar");
        var origins = new JarOrigins(new Application(app.toFile(), null, null));

        assertThat(origins.of(new Jar(app.toFile()), "x.X").own()).isTrue();
        assertThat(origins.of(new Jar(other.toFile()), "x.X").own()).isFalse();
    }

    @Test
    void the_launcher_in_a_fat_jar_is_not_the_users_and_the_classes_are() throws Exception {
        JarBytes fat = jar().says("Main-Class", "org.springframework.boot.loader.launch.JarLauncher")
                .says("Start-Class", "com.acme.Main");
        Path file = fat.in(folder, "app.jar");
        var origins = new JarOrigins(new Application(file.toFile(), null, null));

        assertThat(origins.of(new Jar(file.toFile()), "org.springframework.boot.loader.launch.Launcher")
                        .own())
                .isFalse();
        assertThat(origins.of(new NestedFolder(file.toFile(), "BOOT-INF/classes"), "com.acme.Main"))
                .isEqualTo(new Origin("classes", null, null, true));
    }

    @Test
    void a_nested_jar_is_told_by_its_name_else_by_what_is_in_it() throws Exception {
        Path fat = jar().with("BOOT-INF/lib/postgresql-42.5.6.jar", jar().bytes())
                .with(
                        "BOOT-INF/lib/driver.jar",
                        jar().says("Implementation-Version", "7")
                                .with("org/postgresql/Driver.class", new byte[100_000])
                                .pom("org.postgresql", "postgresql", "42.6.0")
                                .bytes())
                .in(folder, "app.jar");
        var origins = new JarOrigins(Application.UNKNOWN);

        assertThat(origins.of(new NestedJar(fat.toFile(), "BOOT-INF/lib/postgresql-42.5.6.jar"), DRIVER))
                .isEqualTo(new Origin("postgresql-42.5.6.jar", "postgresql", "42.5.6", false));
        assertThat(origins.of(new NestedJar(fat.toFile(), "BOOT-INF/lib/driver.jar"), DRIVER))
                .isEqualTo(new Origin("driver.jar", "postgresql", "42.6.0", false));
        assertThat(origins.of(new NestedJar(fat.toFile(), "BOOT-INF/lib/gone.jar"), DRIVER))
                .isEqualTo(new Origin("gone.jar", "gone", null, false));
    }

    @Test
    void a_jar_that_is_gone_or_damaged_is_told_by_its_name() throws Exception {
        Path damaged = Files.write(folder.resolve("x.jar"), new byte[] {1, 2, 3});
        var origins = new JarOrigins(Application.UNKNOWN);

        assertThat(origins.of(new Jar(damaged.toFile()), "x.X")).isEqualTo(new Origin("x.jar", "x", null, false));
        assertThat(origins.of(new Jar(folder.resolve("gone-3.1.jar").toFile()), "x.X"))
                .isEqualTo(new Origin("gone-3.1.jar", "gone", "3.1", false));
    }

    @Test
    void the_main_module_of_an_image_is_the_users() {
        var origins = new JarOrigins(new Application(null, "com.acme.Main", "com.acme.shop"));

        assertThat(origins.of(new ImageModule("com.acme.shop"), "com.acme.Main").own())
                .isTrue();
        assertThat(origins.of(new ImageModule("org.postgresql.jdbc"), DRIVER).own())
                .isFalse();
    }

    @Test
    void what_quarkus_starts_is_the_users_and_its_libraries_are_not() throws Exception {
        Path run = jar().in(folder, "quarkus-run.jar");
        Path users = jar().in(Files.createDirectory(folder.resolve("app")), "shop-1.0.jar");
        Path library = jar().in(Files.createDirectory(folder.resolve("lib")), "x-1.0.jar");
        var origins = new JarOrigins(new Application(run.toFile(), null, null));

        assertThat(origins.of(new Jar(users.toFile()), "com.acme.X").own()).isTrue();
        assertThat(origins.of(new Jar(library.toFile()), "x.X").own()).isFalse();
    }
}
