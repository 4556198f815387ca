package dev.snag.samples.http;

import java.util.concurrent.ThreadFactory;

/** What requests run on. */
public enum RequestThreads {
    /** One thread of the operating system each, as services did until they changed a line. */
    PLATFORM {
        @Override
        ThreadFactory factory() {
            return Thread.ofPlatform().name("request-", 1).daemon().factory();
        }
    },
    /** One virtual thread each. */
    VIRTUAL {
        @Override
        ThreadFactory factory() {
            return Thread.ofVirtual().name("request-", 1).factory();
        }
    };

    abstract ThreadFactory factory();
}
