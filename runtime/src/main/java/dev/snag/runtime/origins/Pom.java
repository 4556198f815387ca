package dev.snag.runtime.origins;

import java.util.Properties;

/** What Maven's {@code pom.properties} in a jar says of one library that is in it. */
record Pom(String group, String artifact, String version) {

    /** Null where it does not say all of it. */
    static Pom of(Properties properties) {
        String group = properties.getProperty("groupId");
        String artifact = properties.getProperty("artifactId");
        String version = properties.getProperty("version");
        return group == null || artifact == null || version == null
                ? null
                : new Pom(group.strip(), artifact.strip(), version.strip());
    }

    /** Whether the jar of this name is this library's own. */
    boolean isOf(JarName name) {
        return name.artifact().equals(artifact)
                || name.version() != null && (name.artifact() + "-" + name.version()).startsWith(artifact + "-");
    }

    /** How many letters of the class's package are this library's; 0 where none says that it is. */
    int lettersOf(String className) {
        int most = 0;
        String words = artifact.replace('-', '.').replace('_', '.');
        String last = group.substring(group.lastIndexOf('.') + 1);
        String[] packages = {
            group,
            group + "." + words,
            words.startsWith(last) ? group.substring(0, group.length() - last.length()) + words : group
        };
        for (String candidate : packages) {
            if (className.startsWith(candidate + ".")) {
                most = Math.max(most, candidate.length());
            }
        }
        return most;
    }
}
