package dev.snag.agent;

import java.lang.instrument.Instrumentation;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Opens the JDK's packages that Snag reads to its own loader, and to nobody else. */
final class JdkDoors {

    private static final Map<String, Set<String>> OPENED = Map.of(
            "java.base", Set.of("java.lang", "java.util.concurrent.locks", "jdk.internal.vm", "jdk.internal.misc"),
            "java.management", Set.of("sun.management"));

    private JdkDoors() {}

    static void open(Instrumentation instrumentation) {
        Set<Module> us = Set.of(JdkDoors.class.getModule());
        for (var door : OPENED.entrySet()) {
            Module module = ModuleLayer.boot().findModule(door.getKey()).orElse(null);
            if (module != null) {
                var opens = new HashMap<String, Set<Module>>();
                for (String opened : door.getValue()) {
                    opens.put(opened, us);
                }
                instrumentation.redefineModule(module, Set.of(), Map.of(), opens, Set.of(), Map.of());
            }
        }
    }
}
