package dev.snag.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.it.programs.Puppet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
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
        Set<String> without = shared(stage, "without", archive, jar);
        Set<String> with = shared(stage, "with", archive, jar, Shipped.javaAgent(""));
        assertThat(without).contains(Puppet.class.getName(), "java.lang.VirtualThread");
        var lost = new HashSet<>(without);
        lost.removeAll(with);
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

    private static Set<String> shared(Stage stage, String name, Path archive, Path jar, Object... agent)
            throws IOException, InterruptedException {
        Outcome outcome = ended(stage.java(name, agent)
                .arguments("-XX:SharedArchiveFile=" + archive, "-Xlog:class+load:file=loaded.log:none")
                .arguments(Programs.runOn(jar.toString(), Puppet.class, COMMANDS)));
        try (var lines = Files.lines(outcome.folder().resolve("loaded.log"))) {
            return lines.filter(line -> line.contains(SHARED))
                    .map(line -> line.split(" ", 2)[0])
                    .filter(type -> !type.contains("$$Lambda"))
                    .collect(Collectors.toSet());
        }
    }

    private static Outcome ended(Forked forked) throws IOException, InterruptedException {
        Outcome outcome = forked.run();
        assertThat(outcome.status()).as(outcome::described).isZero();
        return outcome;
    }
}
