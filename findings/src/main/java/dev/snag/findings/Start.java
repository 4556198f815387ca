package dev.snag.findings;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The first line of a JVM: what watches, and how.
 *
 * @param pid the process that is watched
 * @param jdk vendor and version, as in {@code java.vm.version}
 * @param options each option by its name, as it is in force; the order given is kept
 * @param sensors each sensor by its name; the value is {@code "on"} or says why it is off and what is therefore not seen
 */
public record Start(Instant time, long pid, String jdk, Map<String, String> options, Map<String, String> sensors)
        implements Entry {

    public Start {
        options = inGivenOrder(options);
        sensors = inGivenOrder(sensors);
    }

    @Override
    public String type() {
        return "start";
    }

    private static Map<String, String> inGivenOrder(Map<String, String> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
