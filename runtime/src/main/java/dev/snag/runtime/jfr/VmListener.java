package dev.snag.runtime.jfr;

import dev.snag.runtime.diagnosis.VmAccount;
import java.util.List;

/** Told what the VM recorded, on the thread that reads it. */
public interface VmListener {

    /**
     * All that was read at once, once a second.
     *
     * @param more whether others may come
     */
    void vmSaid(List<VmAccount> accounts, boolean more);

    /** A line for people. */
    void note(String line);

    /** Something went wrong in the agent. */
    void failed(String where, Throwable failure);
}
