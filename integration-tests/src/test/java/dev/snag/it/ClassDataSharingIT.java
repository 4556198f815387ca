package dev.snag.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.it.programs.Puppet;
import dev.snag.jdks.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Under the agent the JVM takes from the class-data archives what it takes from them without. */
class ClassDataSharingIT {
    private static final String SHARED = "source: shared objects file";
    private static final String[] COMMANDS = {"run", "wait:300"};

    @EachJdk
    void classes_of_the_jdk_and_of_the_application_stay_shared(Jdk jdk) throws Exception {
        Stage stage = Stage.of(jdk, ClassDataSharingIT.class, "archive");
        Path jar = stage.folder().resolve("application.jar");
        Path archive = stage.folder().resolve("application.jsa");
        ended(Forked.in(stage.folder().resolve("jar"))
                .arguments(jdk.tool("jar"), "--create", "--file", jar, "-C", Programs.classes())
                .arguments("dev/snag/it/programs"));
        ended(stage.java("dump", "-XX:ArchiveClassesAtExit=" + archive)
                .arguments(Programs.runOn(jar.toString(), Puppet.class, COMMANDS)));
        Map<Boolean, Set<String>> without = bySharing(stage, "without", archive, jar);
        Map<Boolean, Set<String>> with = bySharing(stage, "with", archive, jar, Shipped.javaAgent(""));
        assertThat(without.get(true)).contains(Puppet.class.getName(), "java.lang.VirtualThread");
        assertThat(with.get(true)).contains(Puppet.class.getName(), "java.lang.VirtualThread");
        // Not every run needs every class of the JDK, so what counts is what both have loaded.
        // A class that is transformed after it was loaded is there twice.
        var lost = new HashSet<>(without.get(true));
        lost.retainAll(with.get(false));
        lost.removeAll(with.get(true));
        assertThat(lost).isEmpty();
    }

    @EachJdk
    void nothing_is_said_of_sharing(Jdk jdk) throws Exception {
        Outcome outcome = Stage.of(jdk, ClassDataSharingIT.class, "required")
                .java("jvm", "-Xshare:on", "-Xlog:cds*=warning:stderr", Shipped.javaAgent(""))
                .arguments(Programs.puppet(COMMANDS))
                .run();
        assertThat(outcome.status()).as(outcome::described).isZero();
        assertThat(outcome.stderr()).as(outcome::described).isEmpty();
    }

    /** The names of the classes that were loaded: from an archive (true) and from elsewhere (false). */
    private static Map<Boolean, Set<String>> bySharing(
            Stage stage, String name, Path archive, Path jar, Object... agent)
            throws IOException, InterruptedException {
        Outcome outcome = ended(stage.java(name, agent)
                .arguments("-XX:SharedArchiveFile=" + archive, "-Xlog:class+load:file=loaded.log:none")
                .arguments(Programs.runOn(jar.toString(), Puppet.class, COMMANDS)));
        try (var lines = Files.lines(outcome.folder().resolve("loaded.log"))) {
            return lines.filter(line -> !line.contains("$$Lambda"))
                    .collect(Collectors.partitioningBy(
                            line -> line.contains(SHARED),
                            Collectors.mapping(line -> line.split(" ", 2)[0], Collectors.toSet())));
        }
    }

    private static Outcome ended(Forked forked) throws IOException, InterruptedException {
        Outcome outcome = forked.run();
        assertThat(outcome.status()).as(outcome::described).isZero();
        return outcome;
    }
}
