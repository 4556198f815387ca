package dev.snag.runtime;

import dev.snag.runtime.connections.ConnectionWatch;
import dev.snag.runtime.creation.CreationSites;
import dev.snag.runtime.gate.ExitStatus;
import dev.snag.runtime.ledger.MonitorSites;
import dev.snag.runtime.options.Options;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiPredicate;
import java.util.function.Supplier;

/**
 * What is to be watched, and how.
 *
 * @param loaded the classes that are loaded in this JVM
 * @param sites reads the application's code for monitors
 * @param creations where virtual threads were started; null where that is not kept
 * @param connections counts those that virtual threads have open; null where there is no limit of them
 * @param hooks each hook by its sensor's name: {@code on}, or why it is off and what is therefore not seen
 * @param exit the exit status that a gate decides on; null for none
 * @param strict what is forbidden at any duration; null for nothing
 * @param woven whether the method, by its class's binary name and its own, has been transformed
 * @param lineage has the start of threads seen, where tests are watched; returns the class that the hook calls
 */
public record Plan(
        Options options,
        Supplier<Class<?>[]> loaded,
        MonitorSites sites,
        CreationSites creations,
        ConnectionWatch connections,
        Map<String, String> hooks,
        ExitStatus exit,
        BiPredicate<String, String> woven,
        StrictPlan strict,
        Callable<Class<?>> lineage) {

    private static final String MOUNT_HOOK = "mount-hook";

    /** Whether holds can be seen at all. */
    boolean seesMounts() {
        return "on".equals(hooks.get(MOUNT_HOOK));
    }

    /** Whether something is to be written although there may never be a virtual thread. */
    boolean speaksAtStart() {
        for (String state : hooks.values()) {
            if (!state.equals("on")) {
                return true;
            }
        }
        return options.report() != null || exit != null;
    }
}
