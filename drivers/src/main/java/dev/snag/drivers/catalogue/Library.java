package dev.snag.drivers.catalogue;

import java.util.List;
import java.util.Map;

/**
 * A library and the releases of it that are measured.
 *
 * @param key begins the keys of its rows
 * @param title for people
 * @param artifact {@code group:artifact}; null for what the JDK itself has
 * @param with more on its class path, as {@code group:artifact:version}
 * @param exclude what of the dependencies is left out, as {@code group:artifact}
 * @param workload name of the class
 * @param server key of the server that it needs; null for none
 * @param parameters of the workload; <code>{name}</code> in a value stands for a fact of the server or of the run
 * @param jvmOptions of the JVM that is watched
 * @param quick whether it is run in continuous integration: not where the verdict hangs on the speed of the machine, as with all
 *     that is over Commons Pool without a longest wait, which spins while another thread makes an object
 * @param note a sentence for the table; null for none
 * @param releases oldest first
 */
public record Library(
        String key,
        String title,
        String artifact,
        List<String> with,
        List<String> exclude,
        String workload,
        String server,
        Map<String, String> parameters,
        List<String> jvmOptions,
        boolean quick,
        String note,
        List<Release> releases) {

    public Library {
        with = Lists.orEmpty(with);
        exclude = Lists.orEmpty(exclude);
        parameters = Lists.orEmpty(parameters);
        jvmOptions = Lists.orEmpty(jvmOptions);
        releases = Lists.orEmpty(releases);
    }

    /** One release, and what differs with it. */
    public record Release(
            String version,
            String artifact,
            List<String> with,
            String workload,
            Map<String, String> parameters,
            List<String> jvmOptions) {

        public Release {
            with = Lists.orEmpty(with);
            parameters = Lists.orEmpty(parameters);
            jvmOptions = Lists.orEmpty(jvmOptions);
        }
    }
}
