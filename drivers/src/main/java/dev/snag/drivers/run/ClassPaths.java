package dev.snag.drivers.run;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Class paths by Maven, each by itself, so that no row's versions have a say in another's. All that are not known yet are asked for in one
 * run of Maven; what was once found is kept, until a file of it is gone.
 */
final class ClassPaths {
    private static final String PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.11.0";
    private static final String VERSION = "1";
    private static final String FOUND = "found.txt";

    private final Path folder;
    private final Maven maven;

    ClassPaths(Path folder, Maven maven) {
        this.folder = folder;
        this.maven = maven;
    }

    /** Has those ready that can be had; {@link #of} tells which. */
    void prepare(List<ClassPathRequest> requests) throws IOException, InterruptedException {
        var unknown = new ArrayList<ClassPathRequest>();
        for (ClassPathRequest request : requests) {
            if (of(request).isEmpty()) {
                unknown.add(request);
            }
        }
        if (!unknown.isEmpty()) {
            ask(unknown);
        }
    }

    /** The jars; empty where they could not be had. */
    Optional<List<Path>> of(ClassPathRequest request) throws IOException {
        if (request.isEmpty()) {
            return Optional.of(List.of());
        }
        Path found = folder.resolve(request.key()).resolve(FOUND);
        Path pom = folder.resolve(request.key()).resolve("pom.xml");
        if (!Files.isRegularFile(found) || !Files.readString(pom).equals(request.pom(VERSION))) {
            return Optional.empty();
        }
        var jars = new ArrayList<Path>();
        for (String jar : Files.readString(found).strip().split(File.pathSeparator)) {
            jars.add(Path.of(jar));
        }
        return jars.stream().allMatch(Files::isRegularFile) ? Optional.of(jars) : Optional.empty();
    }

    /** What Maven had to say when it was last asked. */
    Path log() {
        return folder.resolve("maven.log");
    }

    private void ask(List<ClassPathRequest> requests) throws IOException, InterruptedException {
        var modules = new StringBuilder();
        for (ClassPathRequest request : requests) {
            Path module = LabFolders.empty(folder.resolve(request.key()));
            Files.writeString(module.resolve("pom.xml"), request.pom(VERSION));
            modules.append("<module>").append(request.key()).append("</module>\n");
        }
        Path pom = folder.resolve("pom.xml");
        Files.writeString(pom, """
                <project><modelVersion>4.0.0</modelVersion>
                <groupId>lab</groupId><artifactId>lab</artifactId><version>%s</version><packaging>pom</packaging>
                <modules>
                %s</modules></project>
                """.formatted(VERSION, modules));
        // One that cannot be had does not keep the others from being found, so the exit status says nothing of use.
        maven.run(
                pom,
                log(),
                List.of("-fae", PLUGIN + ":build-classpath", "-Dmdep.outputFile=" + FOUND, "-DincludeScope=runtime"));
    }
}
