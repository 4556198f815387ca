package dev.snag.findings;

/**
 * A lock that threads wait for.
 *
 * @param className binary name of the class of the lock, or of the object whose monitor it is
 * @param owner the thread that owns it; null where none does, or that is unknown
 * @param next the thread that is next in line; null where the lock has an owner, or that is unknown
 * @param state of the owner, or of the next in line, as {@code Thread.State} names it; null where unknown
 * @param waiters how many threads wait for it, the next in line included
 */
public record LockRef(String className, ThreadRef owner, ThreadRef next, String state, long waiters) {}
