package dev.snag.benchmarks.startup;

import dev.snag.benchmarks.fork.ChildJvm;
import dev.snag.benchmarks.fork.Variant;
import dev.snag.jdks.Jdk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One way to say hello: a program with an agent, or with what it does by itself.
 *
 * @param label its name in tables
 * @param quiet whether it must print what the plain program prints, and nothing else
 */
record Program(String label, Variant variant, List<String> jvmArgs, String classPath, Class<?> main, boolean quiet) {

    ChildJvm child(Jdk jdk, List<String> moreJvmArgs, Path folder) {
        List<String> all = new ArrayList<>(jvmArgs);
        all.addAll(moreJvmArgs);
        return new ChildJvm(jdk, variant, all, classPath, main.getName(), List.of(), folder);
    }
}
