package dev.snag.runtime.starvation;

/**
 * Since when virtual threads are known to queue while none is mounted. The queue is polled, so this may be later than the truth
 * and never earlier; once mounts have stopped, a queue cannot become empty.
 */
public final class QueueWatch {

    private boolean queueing;
    private long since;
    private long lastMount;
    private boolean mountedBefore;

    /**
     * At each look.
     *
     * @param latest when the latest mount on any carrier was, {@code System.nanoTime()}
     * @return whether it is another one than at the last look
     */
    public boolean mounted(long latest) {
        boolean other = !mountedBefore || latest - lastMount > 0;
        if (other) {
            lastMount = latest;
            mountedBefore = true;
            queueing = false;
        }
        return other;
    }

    /** Whether so much time has passed since the latest mount that the queue is worth a question. */
    public boolean stands(long now, long atLeast) {
        return mountedBefore && now - lastMount >= atLeast;
    }

    /** When the latest mount was. */
    public long lastMount() {
        return lastMount;
    }

    /** What the queue's length was. */
    public void polled(long now, long queued) {
        if (queued == 0) {
            queueing = false;
        } else if (!queueing) {
            queueing = true;
            since = now;
        }
    }

    /** Whether there was a queue at the last poll. */
    public boolean queueing() {
        return queueing;
    }

    /** Since when there is a queue and no mount. */
    public long since() {
        return since;
    }
}
