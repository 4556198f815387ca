package dev.snag.runtime.ledger;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/**
 * Text to the application's own slf4j, logger {@code dev.snag}, once the application itself has set it up: to be first to
 * touch it would initialize it in the wrong thread and order. Until then lines wait, bounded; if it never comes they go to
 * standard error at the end.
 */
public final class AppLogSink implements TextSink {

    private static final String FACTORY = "org.slf4j.LoggerFactory";
    /** {@code LoggerFactory.INITIALIZATION_STATE}: 3 is initialized, 4 is initialized without a provider. */
    private static final int INITIALIZED = 3;

    private static final int WITHOUT_PROVIDER = 4;
    private static final int MOST_WAITING = 1_000;

    private final Supplier<Class<?>[]> loaded;
    private final TextSink otherwise;
    private final Deque<String> waiting = new ArrayDeque<>();
    private Object logger;
    private Method warn;

    /** Looks for slf4j among the loaded classes; {@code otherwise} takes what could not be handed over. */
    public AppLogSink(Supplier<Class<?>[]> loaded, TextSink otherwise) {
        this.loaded = loaded;
        this.otherwise = otherwise;
    }

    @Override
    public void write(String lines) throws IOException {
        for (String line : lines.split("\n")) {
            if (waiting.size() == MOST_WAITING) {
                waiting.removeFirst();
            }
            waiting.addLast(line);
        }
        handOver();
    }

    private void handOver() throws IOException {
        try {
            if (logger == null) {
                find();
            }
            while (logger != null && !waiting.isEmpty()) {
                warn.invoke(logger, waiting.getFirst());
                waiting.removeFirst();
            }
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new IOException("the application's slf4j did not take the text", e);
        }
    }

    private void find() throws ReflectiveOperationException {
        for (Class<?> type : loaded.get()) {
            if (type.getName().equals(FACTORY)
                    && type.getClassLoader() != getClass().getClassLoader()) {
                Field state = type.getDeclaredField("INITIALIZATION_STATE");
                state.setAccessible(true);
                int now = state.getInt(null);
                if (now == INITIALIZED || now == WITHOUT_PROVIDER) {
                    logger = type.getMethod("getLogger", String.class).invoke(null, "dev.snag");
                    warn = Class.forName("org.slf4j.Logger", false, type.getClassLoader())
                            .getMethod("warn", String.class);
                    return;
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        try {
            handOver();
        } catch (IOException stillRefused) {
            // what is left goes to the other sink
        }
        if (!waiting.isEmpty()) {
            otherwise.write(String.join("\n", waiting) + "\n");
            waiting.clear();
        }
        otherwise.close();
    }
}
