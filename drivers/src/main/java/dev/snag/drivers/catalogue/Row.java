package dev.snag.drivers.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One release of one library: a row of the table.
 *
 * @param group heading beneath which it stands
 */
public record Row(String group, Library library, Library.Release release) {

    /** Names it on the command line: {@code pgjdbc-42.5.6}; of what the JDK has the library's key alone. */
    public String key() {
        return isOfTheJdk() ? library.key() : library.key() + "-" + version();
    }

    /** Empty for what the JDK has. */
    public String version() {
        return isOfTheJdk() ? "" : release.version();
    }

    /** {@code group:artifact}; empty for what the JDK has. */
    public Optional<String> artifact() {
        return Optional.ofNullable(release.artifact() == null ? library.artifact() : release.artifact());
    }

    /** What is on its class path, dependencies aside. */
    public List<String> coordinates() {
        List<String> with = Lists.joined(library.with(), release.with());
        return artifact()
                .map(it -> Lists.joined(List.of(it + ":" + release.version()), with))
                .orElse(with);
    }

    /** File name of its jar. */
    public Optional<String> jar() {
        return artifact().map(it -> it.substring(it.indexOf(':') + 1) + "-" + release.version() + ".jar");
    }

    public String workload() {
        return release.workload() == null ? library.workload() : release.workload();
    }

    public Map<String, String> parameters() {
        return Lists.joined(library.parameters(), release.parameters());
    }

    public List<String> jvmOptions() {
        return Lists.joined(library.jvmOptions(), release.jvmOptions());
    }

    public Optional<String> server() {
        return Optional.ofNullable(library.server());
    }

    private boolean isOfTheJdk() {
        return artifact().isEmpty();
    }

    @Override
    public String toString() {
        return key();
    }
}
