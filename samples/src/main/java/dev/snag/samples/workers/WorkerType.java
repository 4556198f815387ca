package dev.snag.samples.workers;

import java.util.Locale;
import java.util.Optional;

/** What requests run on, and how they come to the database. */
enum WorkerType {
    /** Processes that were started before and serve one request at a time, as CGI's heirs do (prefork, PHP-FPM). */
    PROCESSES("a process per request", "16 processes, a connection each", 16, 1, 1, true, false),
    /** As services were until they changed a line. */
    PLATFORM_POOL("a pool of platform threads", "40 threads, 40 connections", 1, 40, 40, true, false),
    /** A virtual thread to each request, and a driver that lets go of the carrier. */
    VIRTUAL("virtual threads", "40 connections", 1, 0, 40, true, false),
    /** The same with a driver that waits within {@code synchronized}. */
    UNFRIENDLY_DRIVER("virtual threads, unfriendly driver", "40 connections, pgjdbc 42.5.6", 1, 0, 40, false, false),
    /** The same on a JDK where {@code synchronized} does not pin. */
    UNFRIENDLY_DRIVER_LATER_JDK("the same driver, later JDK", "40 connections, pgjdbc 42.5.6", 1, 0, 40, false, true),
    /** More threads than ever, and a pool that is not for so many. */
    SMALL_POOL("virtual threads, pool too small", "4 connections", 1, 0, 4, true, false),
    /** A connection to each request. */
    NO_POOL("virtual threads, no pool", "a connection to each request", 1, 0, 0, true, false);

    private final String title;
    private final String setting;
    private final int processes;
    private final int threads;
    private final int pool;
    private final boolean friendlyDriver;
    private final boolean laterJdk;

    WorkerType(
            String title,
            String setting,
            int processes,
            int threads,
            int pool,
            boolean friendlyDriver,
            boolean laterJdk) {
        this.title = title;
        this.setting = setting;
        this.processes = processes;
        this.threads = threads;
        this.pool = pool;
        this.friendlyDriver = friendlyDriver;
        this.laterJdk = laterJdk;
    }

    /** By the name that it has on the command line; empty where there is none of it. */
    static Optional<WorkerType> named(String name) {
        for (WorkerType type : values()) {
            if (type.key().equals(name)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** {@code small-pool}. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String title() {
        return title;
    }

    /** What it is made of, in words. */
    String setting() {
        return setting;
    }

    /** How many JVMs. */
    int processes() {
        return processes;
    }

    /** Platform threads of each; 0 for a virtual thread to each request. */
    int threads() {
        return threads;
    }

    /** Connections of each; 0 where each request opens its own. */
    int pool() {
        return pool;
    }

    boolean friendlyDriver() {
        return friendlyDriver;
    }

    boolean laterJdk() {
        return laterJdk;
    }
}
