package dev.snag.runtime.origins;

import static dev.snag.runtime.origins.JarBytes.jar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.runtime.origins.CodeSources.Own;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CodeSourcesTest {

    private static final Own ALL = new Own(List.of(), List.of());

    @TempDir
    private Path folder;

    private Path classes;

    @BeforeEach
    void scratch() throws IOException {
        classes = java.nio.file.Files.createDirectory(folder.resolve("scratch"));
    }

    private static StackTraceElement frame(String className) {
        return new StackTraceElement(null, null, null, className, "run", null, 1);
    }

    private static Origin originOf(Own own, Class<?>... loaded) {
        return new CodeSources(() -> loaded, own, Application.UNKNOWN)
                .of(List.of(frame(loaded[0].getName())))
                .getFirst();
    }

    private Class<?> fromJar(String jarName, String className) throws Exception {
        Path file = jar().with(className.replace('.', '/') + ".class", Compiled.untouched(classes, className))
                .in(folder, jarName);
        return new URLClassLoader(new URL[] {file.toUri().toURL()}, null).loadClass(className);
    }

    @ParameterizedTest
    @CsvSource({
        "jar:file:%s!/BOOT-INF/classes!/, jar:file:%s!/%s!/",
        "jar:nested:%s/!BOOT-INF/classes/!/, jar:nested:%s/!%s!/"
    })
    void a_fat_jars_classes_and_libraries_are_told_without_its_handler_or_its_initializers(
            String classesUrl, String jarUrl) throws Exception {
        byte[] main = Compiled.untouched(classes, "com.acme.Main");
        byte[] driver = Compiled.untouched(classes, "org.postgresql.Driver");
        Path fat = jar().says("Start-Class", "com.acme.Main")
                .with("BOOT-INF/classes/com/acme/Main.class", main)
                .with(
                        "BOOT-INF/lib/driver.jar",
                        jar().with("org/postgresql/Driver.class", driver)
                                .pom("org.postgresql", "postgresql", "42.5.6")
                                .bytes())
                .in(folder, "my app.jar");
        var loader = new FatJarLoader(fat, classesUrl, jarUrl);
        Class<?>[] loaded = {loader.loadClass("com.acme.Main"), loader.loadClass("org.postgresql.Driver")};

        List<Origin> origins = new CodeSources(() -> loaded, ALL, Application.UNKNOWN)
                .of(List.of(frame("org.postgresql.Driver"), frame("com.acme.Main")));

        assertThat(origins)
                .containsExactly(
                        new Origin("driver.jar", "postgresql", "42.5.6", false),
                        new Origin("classes", null, null, true));
        assertThat(loader.handled).hasValue(0);
    }

    @Test
    void the_jar_that_has_the_main_class_is_the_users_and_another_is_not() throws Exception {
        Class<?> main = fromJar("shop.jar", "com.acme.Main");
        Class<?> library = fromJar("lib.jar", "com.acme.lib.X");
        var sources = new CodeSources(
                () -> new Class<?>[] {library, main},
                ALL,
                Application.of("com.acme.Main a b", "shop.jar:lib.jar", null));

        assertThat(sources.of(List.of(frame("com.acme.Main"), frame("com.acme.lib.X"))))
                .extracting(Origin::own)
                .containsExactly(true, false);
    }

    @Test
    void include_decides_what_is_the_users_and_exclude_what_is_not() throws Exception {
        Class<?> library = fromJar("lib.jar", "com.acme.lib.X");

        assertThat(originOf(new Own(List.of("com.acme."), List.of()), library).own())
                .isTrue();
        assertThat(originOf(new Own(List.of("com.other."), List.of()), library).own())
                .isFalse();
        assertThat(originOf(new Own(List.of("com.acme."), List.of("com.acme.lib.")), library)
                        .own())
                .isFalse();
        assertThat(originOf(new Own(List.of(), List.of("dev.snag.")), CodeSourcesTest.class)
                        .own())
                .isFalse();
        assertThat(originOf(ALL, CodeSourcesTest.class).own()).isTrue();
    }

    @Test
    void a_class_that_two_loaders_have_is_told_only_where_they_agree() throws Exception {
        Class<?> one = fromJar("x-1.0.jar", "x.X");
        Class<?> other = fromJar("x-2.0.jar", "x.X");
        Class<?> again = new URLClassLoader(
                        new URL[] {folder.resolve("x-1.0.jar").toUri().toURL()}, null)
                .loadClass("x.X");

        assertThat(originOf(ALL, one, other)).isEqualTo(Origin.UNKNOWN);
        assertThat(originOf(ALL, one, again)).isEqualTo(new Origin("x-1.0.jar", "x", "1.0", false));
    }

    @Test
    void a_class_of_a_loader_that_gives_no_code_source_is_unknown() throws Exception {
        byte[] code = Compiled.untouched(classes, "x.Y");
        Class<?> nameless = new ClassLoader(null) {
            Class<?> define() {
                return defineClass("x.Y", code, 0, code.length);
            }
        }.define();

        assertThat(originOf(ALL, nameless)).isEqualTo(Origin.UNKNOWN);
        assertThat(originOf(new Own(List.of("x."), List.of()), nameless).own()).isTrue();
    }

    /** The interface of the proxy below; not public, so that the proxy is in this package. */
    interface Greeting {
        String greet();
    }

    @Test
    void a_proxy_is_where_what_it_implements_is() {
        Object proxy = Proxy.newProxyInstance(
                Greeting.class.getClassLoader(), new Class<?>[] {Greeting.class}, (p, method, args) -> "hello");

        assertThat(proxy.getClass().getProtectionDomain().getCodeSource()).isNull();
        assertThat(originOf(ALL, proxy.getClass())).isEqualTo(originOf(ALL, Greeting.class));
        assertThat(originOf(ALL, proxy.getClass()).own()).isTrue();
    }

    @Test
    void a_hidden_class_is_where_its_host_is() throws Exception {
        byte[] code =
                Compiled.code(classes, "dev.snag.runtime.origins.Hidden", "class Hidden { static void run() {} }");
        Class<?> hidden = MethodHandles.lookup()
                .defineHiddenClass(code, false, MethodHandles.Lookup.ClassOption.NESTMATE)
                .lookupClass();
        Runnable lambda = () -> {};

        assertThat(originOf(ALL, hidden)).isEqualTo(originOf(ALL, CodeSourcesTest.class));
        assertThat(originOf(ALL, lambda.getClass())).isEqualTo(originOf(ALL, CodeSourcesTest.class));
    }

    @Test
    void a_generated_subclass_without_a_code_source_is_where_its_parent_is() throws Exception {
        Class<?> parent = fromJar("shop-1.0.jar", "com.acme.Service");
        byte[] code = Compiled.code(
                classes,
                "com.acme.Service$$SpringCGLIB$$0",
                "class Service$$SpringCGLIB$$0 extends com.acme.Service {}");
        Class<?> generated = new ClassLoader(parent.getClassLoader()) {
            Class<?> define() {
                return defineClass(null, code, 0, code.length);
            }
        }.define();

        assertThat(originOf(ALL, generated)).isEqualTo(new Origin("shop-1.0.jar", "shop", "1.0", false));
    }

    @Test
    void a_modules_descriptor_tells_a_version_that_its_jar_does_not() throws Exception {
        Class<?> type = fromJar("shop.jar", "com.acme.Shop");
        var inModule = new StackTraceElement("app", "com.acme.shop", "3.2", "com.acme.Shop", "run", null, 1);

        assertThat(new CodeSources(() -> new Class<?>[] {type}, ALL, Application.UNKNOWN).of(List.of(inModule)))
                .containsExactly(new Origin("shop.jar", "shop", "3.2", false));
    }

    @Test
    void a_frame_of_the_jdk_is_told_by_its_module() {
        var sleep = new StackTraceElement(null, "java.base", "25.0.3", "java.lang.Thread", "sleep", null, 1);

        assertThat(new CodeSources(() -> new Class<?>[0], ALL, Application.UNKNOWN).of(List.of(sleep)))
                .containsExactly(new Origin("java.base@25.0.3", null, null, false));
    }

    @Test
    void the_loaded_classes_are_asked_for_once_a_stack_and_not_again_for_what_is_known() {
        var asked = new AtomicInteger();
        var sources = new CodeSources(
                () -> {
                    asked.incrementAndGet();
                    return new Class<?>[] {CodeSourcesTest.class, JarBytes.class};
                },
                ALL,
                Application.UNKNOWN);
        var stack = new ArrayList<StackTraceElement>();
        stack.add(frame(CodeSourcesTest.class.getName()));
        stack.add(frame(JarBytes.class.getName()));
        stack.add(frame("com.acme.NotLoaded"));

        sources.of(stack);
        sources.of(stack);

        assertThat(asked).hasValue(1);
    }

    @ParameterizedTest
    @CsvSource({
        "app.jar a b, app.jar, , app.jar, ",
        "/srv/my app.jar, /srv/my app.jar, , /srv/my app.jar, ",
        "com.acme.Main a, x.jar, , , com.acme.Main",
        "com.acme.shop/com.acme.Main, , com.acme.shop, , com.acme.Main",
        "'', '', , , "
    })
    void the_application_is_told_by_what_the_launcher_leaves_behind(
            String command, String classPath, String module, String jar, String main) {
        Application application = Application.of(command, classPath == null ? "" : classPath, module);

        assertThat(application.jar()).isEqualTo(jar == null ? null : new java.io.File(jar));
        assertThat(application.mainClass()).isEqualTo(main);
        assertThat(application.mainModule()).isEqualTo(module);
    }

    @Test
    void a_url_without_a_path_is_unknown_and_no_error() {
        assertThat(CodeLocation.of(URI.create("bundleresource://17.fwk/").getScheme() + ":"))
                .isInstanceOf(CodeLocation.Elsewhere.class);
    }
}
