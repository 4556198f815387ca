package dev.snag.runtime.origins;

import java.util.List;

/** A jar that several libraries were merged into. Which of them a class is part of, only its package can tell. */
record MergedJar(List<Pom> poms) {

    /** The libraries whose package is the longest that fits; several where they share it, empty where none fits. */
    List<Pom> of(String className) {
        int longest =
                poms.stream().mapToInt(pom -> pom.lettersOf(className)).max().orElse(0);
        return longest == 0
                ? List.of()
                : poms.stream()
                        .filter(pom -> pom.lettersOf(className) == longest)
                        .distinct()
                        .toList();
    }

    /** Whether two classes are part of one library; by the beginning of their packages where none is known for either. */
    boolean areTogether(String className, String other) {
        List<Pom> ones = of(className);
        List<Pom> others = of(other);
        return ones.isEmpty() && others.isEmpty()
                ? root(className).equals(root(other))
                : ones.stream().anyMatch(others::contains);
    }

    /** Its first two packages, as {@code com.acme}. */
    private static String root(String className) {
        int first = className.indexOf('.');
        int second = className.indexOf('.', first + 1);
        return second < 0 ? className.substring(0, Math.max(0, first)) : className.substring(0, second);
    }

    /** What there is to say of a class in the jar of this name. */
    Origin origin(String jar, String className) {
        List<Pom> found = of(className);
        if (found.isEmpty()) {
            return new Origin(jar, null, null, false);
        }
        Pom first = found.getFirst();
        boolean oneVersion = found.stream().allMatch(pom -> pom.version().equals(first.version()));
        if (found.size() > 1) {
            return oneVersion
                    ? new Origin(jar + "!" + first.group(), null, first.version(), false)
                    : new Origin(jar, null, null, false);
        }
        boolean jarsOwn = first.isOf(JarName.of(jar));
        return new Origin(jarsOwn ? jar : jar + "!" + first.artifact(), first.artifact(), first.version(), false);
    }
}
