package dev.snag.it.programs;

import java.io.File;
import java.lang.ref.WeakReference;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Two applications of different loaders in one JVM, one of which goes away. */
public final class Tenants {

    private Tenants() {}

    public static void main(String[] arguments) throws Throwable {
        List<String> first = new CopyOnWriteArrayList<>();
        List<String> second = new CopyOnWriteArrayList<>();
        WeakReference<ClassLoader> leaving = begin(first);
        WeakReference<ClassLoader> staying = begin(second);
        Proof.onVirtual("both-hear", () -> SleepOnCarrier.millis(450));
        Proof.of("copies_of_the_api_in_several_loaders_work", () -> {
            for (List<String> heard : List.of(first, second)) {
                Proof.eventually(() -> heard.contains("both-hear") && heard.contains("called"));
                Proof.that(Collections.frequency(heard, "both-hear") == 1, heard);
            }
        });
        Proof.of("g55_a_loader_that_is_gone_is_not_kept", () -> {
            KEPT[0] = null;
            Proof.eventually(() -> {
                System.gc();
                return leaving.get() == null;
            });
            Proof.that(staying.get() != null, "the other one is gone too");
        });
        int then = first.size();
        Proof.onVirtual("one-hears", () -> SleepOnCarrier.millis(450));
        Proof.of("the_other_copy_goes_on", () -> {
            Proof.eventually(() -> second.contains("one-hears"));
            Proof.that(first.size() == then, first.size() + " calls, when it left " + then);
        });
    }

    private static final Class<?>[] KEPT = new Class<?>[2];
    private static int kept;

    private static WeakReference<ClassLoader> begin(List<String> heard) throws ReflectiveOperationException {
        var loader = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader());
        Class<?> tenant = Class.forName(Tenant.class.getName(), true, loader);
        tenant.getMethod("begin", List.class).invoke(null, heard);
        KEPT[kept++] = tenant;
        return new WeakReference<>(loader);
    }

    private static URL[] classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(File::new)
                .map(File::toURI)
                .map(Tenants::url)
                .toArray(URL[]::new);
    }

    private static URL url(URI uri) {
        try {
            return uri.toURL();
        } catch (MalformedURLException e) {
            throw new AssertionError(e);
        }
    }
}
