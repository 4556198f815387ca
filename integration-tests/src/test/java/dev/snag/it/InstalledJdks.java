package dev.snag.it;

import dev.snag.jdks.Jdk;
import dev.snag.jdks.Jdks;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The JDKs of this machine that these tests run on. */
final class InstalledJdks {
    private static final int OLDEST = 21;
    private static final int OLDEST_THAT_STARTS_AN_AGENT = 11;
    private static final List<Integer> MATRIX = List.of(21, 25, 26, 27);
    private static final Set<Integer> LONG_TERM = Set.of(21, 25);

    private static final Jdks FOUND = Jdks.installed();

    private InstalledJdks() {}

    /** All from 21 on, oldest first. */
    static List<Jdk> all() {
        return whole(FOUND.from(OLDEST));
    }

    /** One that is older than 21 and runs class files of release 11. */
    static Optional<Jdk> tooOld() {
        return whole(FOUND.between(OLDEST_THAT_STARTS_AN_AGENT, OLDEST)).stream()
                .findFirst();
    }

    /** A mere runtime lacks the tools that some tests run. */
    private static List<Jdk> whole(List<Jdk> jdks) {
        return jdks.stream()
                .filter(jdk -> Files.isExecutable(jdk.tool("javac")))
                .toList();
    }

    /**
     * Those to run on, by {@code -Dsnag.jdks}: {@code all}, a list like {@code 21,27}, or by default the oldest and
     * newest with long-term support, or the oldest and newest where there are none.
     */
    static List<Jdk> chosen() {
        String choice = System.getProperty("snag.jdks", "default");
        if (choice.equals("all")) {
            return all();
        }
        if (!choice.equals("default")) {
            List<String> wanted = List.of(choice.split(","));
            return all().stream()
                    .filter(jdk -> wanted.contains(String.valueOf(jdk.feature())))
                    .toList();
        }
        List<Jdk> longTerm =
                all().stream().filter(jdk -> LONG_TERM.contains(jdk.feature())).toList();
        List<Jdk> from = longTerm.isEmpty() ? all() : longTerm;
        return Stream.of(from.get(0), from.get(from.size() - 1)).distinct().toList();
    }

    /** One sentence on what the tests ran on and what was not there. */
    static String account() {
        List<Integer> there = all().stream().map(Jdk::feature).toList();
        List<Integer> lacked =
                MATRIX.stream().filter(feature -> !there.contains(feature)).toList();
        List<Integer> left = all().stream()
                .filter(jdk -> !chosen().contains(jdk))
                .map(Jdk::feature)
                .toList();
        return "ran on JDK " + chosen().stream().map(Jdk::feature).toList()
                + (left.isEmpty() ? "" : ", there but not asked for (-Dsnag.jdks=all): " + left)
                + (lacked.isEmpty() ? "" : ", not found: " + lacked);
    }
}
