package dev.snag.it;

import dev.snag.jdks.Jdk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where one test keeps its files on one JDK, and the JVMs that it forks there. */
record Stage(Jdk jdk, Path folder) {

    /** An empty folder of that test, by a name of its own. */
    static Stage of(Jdk jdk, Class<?> test, String name) throws IOException {
        Path folder = Folders.of(test.getSimpleName(), String.valueOf(jdk.feature()), name);
        Folders.makeEmpty(folder);
        return new Stage(jdk, folder);
    }

    /** The folder that {@link #reporting} names; it is not made. */
    Path reportFolder() {
        return folder.resolve("report");
    }

    /** What is in the report folder; nothing while there is no file. */
    Report report() throws IOException {
        return Report.soFar(reportFolder());
    }

    /** The agent with a report folder and more options. */
    String reporting(String... options) {
        var all = new ArrayList<>(List.of("report=" + reportFolder()));
        all.addAll(List.of(options));
        return Shipped.javaAgent(String.join(",", all));
    }

    /** A JVM to be, in a folder of that name. */
    Forked java(String name, Object... jvmArguments) throws IOException {
        return Forked.in(folder.resolve(name)).arguments(jdk.tool("java")).arguments(jvmArguments);
    }
}
