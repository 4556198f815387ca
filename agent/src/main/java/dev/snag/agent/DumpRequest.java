package dev.snag.agent;

import dev.snag.agent.hooks.BridgeClass;
import dev.snag.runtime.dump.ThreadDump;
import dev.snag.runtime.slots.CarrierSlots;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.nio.charset.StandardCharsets;

/**
 * A dump for a tool outside of this JVM ({@code java -jar snag.jar dump PID}): the agent is attached with the file to write
 * it to. Nothing is woven for it, and a watch that runs is only read.
 */
final class DumpRequest {

    static final String PREFIX = "dump=";

    private DumpRequest() {}

    static void answer(String argument, Instrumentation instrumentation)
            throws ReflectiveOperationException, IOException {
        JdkDoors.open(instrumentation);
        Class<?> bridge = BridgeClass.existing();
        String text = ThreadDump.text(bridge == null ? null : new CarrierSlots(bridge), null);
        try (var out = new FileOutputStream(new File(argument.substring(PREFIX.length())))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
