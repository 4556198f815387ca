package dev.snag.samples.http;

import dev.snag.samples.ledger.Refused;

/** One thing the service does; runs on the request's own thread. */
@FunctionalInterface
public interface Endpoint {

    /** Answers, or throws {@link Refused} for the client's fault and anything else for the service's. */
    Answer answer(Request request) throws Exception;
}
