package dev.snag.it.programs;

import org.slf4j.LoggerFactory;

/** Logs by slf4j before and after a hold. */
public final class Logging {
    private Logging() {}

    /** Says what it does. */
    public static void main(String[] arguments) throws Exception {
        var log = LoggerFactory.getLogger(Logging.class);
        log.info("before");
        Puppet.main(new String[] {"settle", "hold:1500"});
        log.info("after");
    }
}
