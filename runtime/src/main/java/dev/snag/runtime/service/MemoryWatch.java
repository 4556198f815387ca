package dev.snag.runtime.service;

import dev.snag.runtime.options.MemoryLimits;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;

/** Compares the process's memory with its limits every second; without a limit it does not exist. */
final class MemoryWatch implements Callable<String> {

    static final long PERIOD_NANOS = 1_000_000_000;
    private static final double BYTES_PER_MEBIBYTE = 1 << 20;

    private final Gauge[] gauges;
    private final Voice voice;

    /** Takes what is to be told. */
    interface Voice {
        /** To people. */
        void note(String line);

        /** To people, as something that is not seen. */
        void warn(String line);

        /** To listeners. */
        void event(Map<String, Object> fields);
    }

    MemoryWatch(MemoryLimits limits, Voice voice) {
        this(limits, ResidentMemory::bytes, MemoryWatch::heapInUse, voice);
    }

    MemoryWatch(MemoryLimits limits, LongSupplier resident, LongSupplier heap, Voice voice) {
        this.voice = voice;
        gauges = new Gauge[] {
            new Gauge("resident memory", "max-memory", limits.resident(), resident),
            new Gauge("heap in use", "max-memory.heap", limits.heap(), heap)
        };
    }

    private static long heapInUse() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** One limit. */
    private static final class Gauge {
        final String what;
        final String option;
        final long limit;
        final LongSupplier read;
        final MemoryLevel level;
        boolean unreadable;

        Gauge(String what, String option, long limit, LongSupplier read) {
            this.what = what;
            this.option = option;
            this.limit = limit;
            this.read = read;
            level = new MemoryLevel(limit);
        }
    }

    @Override
    public String call() {
        for (Gauge gauge : gauges) {
            if (gauge.limit != MemoryLimits.NONE && !gauge.unreadable) {
                check(gauge);
            }
        }
        return null;
    }

    private void check(Gauge gauge) {
        long used = gauge.read.getAsLong();
        if (used < 0) {
            gauge.unreadable = true;
            voice.warn(gauge.what + " cannot be read on this system; " + gauge.option + " is not checked");
            return;
        }
        MemoryLevel.Verdict verdict = gauge.level.of(used);
        switch (verdict) {
            case NOTHING -> {}
            case OVER -> tell(gauge, used, true);
            case UNDER -> tell(gauge, used, false);
        }
    }

    private void tell(Gauge gauge, long used, boolean over) {
        voice.note("memory: " + gauge.what + " is " + (over ? "over" : "below") + " " + gauge.option + " ("
                + mebibytes(gauge.limit) + ")" + (over ? "" : " again") + ": " + mebibytes(used));
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("what", gauge.what);
        fields.put("used", used);
        fields.put("limit", gauge.limit);
        fields.put("over", over);
        voice.event(fields);
    }

    private static String mebibytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MiB", bytes / BYTES_PER_MEBIBYTE);
    }

    @Override
    public String toString() {
        return "memory";
    }
}
