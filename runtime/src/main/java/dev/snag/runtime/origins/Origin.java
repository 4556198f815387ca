package dev.snag.runtime.origins;

import java.util.Objects;

/**
 * Where code came from.
 *
 * @param jar file name of the jar, name of the folder, or module; {@code app.jar!library} for a library that was merged
 *     into a jar; null where unknown
 * @param artifact the library that the code is part of, by the name of its jar without version; null where unknown
 * @param version of what {@code jar} names; null where unknown
 * @param own whether it is the user's own code
 */
public record Origin(String jar, String artifact, String version, boolean own) {

    static final Origin UNKNOWN = new Origin(null, null, null, false);

    Origin asOwn(boolean users) {
        return new Origin(jar, artifact, version, users);
    }

    /** What this and another one agree on: two loaders may have a class of one name each. */
    Origin commonWith(Origin other) {
        boolean sameJar = Objects.equals(jar, other.jar);
        return new Origin(
                sameJar ? jar : null,
                sameJar && Objects.equals(artifact, other.artifact) ? artifact : null,
                sameJar && Objects.equals(version, other.version) ? version : null,
                own && other.own);
    }
}
