package dev.snag.benchmarks.startup;

import dev.snag.benchmarks.fork.BenchmarkFailed;
import dev.snag.benchmarks.fork.FinishedJvm;
import dev.snag.benchmarks.report.Results;
import dev.snag.benchmarks.report.Table;
import dev.snag.benchmarks.setting.Setting;
import dev.snag.jdks.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Whether an agent leaves class-data sharing on and the program's output byte for byte as it was. */
final class SameAsPlain {
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final Setting setting;
    private final Jdk jdk;
    private final List<Program> programs;

    SameAsPlain(Setting setting, Jdk jdk, List<Program> programs) {
        this.setting = setting;
        this.jdk = jdk;
        this.programs = programs.stream().filter(Program::quiet).toList();
    }

    void check(Results results) {
        Program plain = programs.getFirst();
        Path archive = setting.folder("startup", jdk).resolve("hello.jsa");
        plain.child(jdk, List.of("-XX:ArchiveClassesAtExit=" + archive), folder(plain, "archiving"))
                .run(LIMIT);
        FinishedJvm reference =
                plain.child(jdk, List.of(), folder(plain, "output")).run(LIMIT);
        Table table = Table.of(
                "JDK " + jdk.feature() + ": class-data sharing and output",
                "started with",
                "classes loaded",
                "from the JDK's archive",
                "from an archive with the program",
                "program's class from it",
                "stdout, stderr as plain");
        for (Program program : programs) {
            LoadedClasses byDefault = loaded(program, "default", List.of());
            LoadedClasses ofProgram = loaded(program, "archived", List.of("-XX:SharedArchiveFile=" + archive));
            FinishedJvm run =
                    program.child(jdk, List.of(), folder(program, "output")).run(LIMIT);
            table.row(
                    program.label(),
                    Long.toString(byDefault.all()),
                    Long.toString(byDefault.shared()),
                    Long.toString(ofProgram.shared()),
                    yes(ofProgram.programShared()),
                    yes(same(reference.stdout(), run.stdout())) + ", " + yes(same(reference.stderr(), run.stderr())));
        }
        results.add(table);
    }

    private LoadedClasses loaded(Program program, String name, List<String> jvmArgs) {
        Path folder = folder(program, name);
        Path log = folder.resolve("classes.log");
        List<String> all = new java.util.ArrayList<>(jvmArgs);
        all.add(LoadedClasses.logTo(log));
        program.child(jdk, all, folder).run(LIMIT);
        return LoadedClasses.in(log, program.main().getName());
    }

    private Path folder(Program program, String name) {
        return setting.folder("startup", jdk, program.label(), name);
    }

    private static boolean same(Path one, Path other) {
        try {
            return Files.mismatch(one, other) == -1;
        } catch (IOException e) {
            throw new BenchmarkFailed("Cannot compare " + one + " with " + other, e);
        }
    }

    private static String yes(boolean fact) {
        return fact ? "yes" : "NO";
    }
}
