package dev.snag.drivers.catalogue;

import java.util.List;

/**
 * A server that rows need.
 *
 * @param key by which rows name it
 * @param title for people, without version: that says the server itself
 * @param program name of the {@code ServerProgram}
 * @param artifacts its class path, as {@code group:artifact:version} or {@code group:artifact:version:classifier}
 * @param exclude what of their dependencies is left out, as {@code group:artifact}, {@code *} for any
 * @param jdk feature version of the JDK that it needs; 0 where the lab's own does
 * @param jvmOptions of its JVM
 */
public record ServerSpec(
        String key,
        String title,
        String program,
        List<String> artifacts,
        List<String> exclude,
        int jdk,
        List<String> jvmOptions) {

    public ServerSpec {
        artifacts = Lists.orEmpty(artifacts);
        exclude = Lists.orEmpty(exclude);
        jvmOptions = Lists.orEmpty(jvmOptions);
    }
}
