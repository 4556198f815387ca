package dev.snag;

/** A scope in which the thread that opened it may block; see {@link Snag#allowBlocking(String)}. */
public interface AllowedBlocking extends AutoCloseable {

    /** From now on blocking is a finding again, unless a scope around this one is open. A second call does nothing. */
    @Override
    void close();
}
