package dev.snag.runtime.diagnosis;

import dev.snag.findings.Category;
import dev.snag.findings.Cause;
import dev.snag.findings.Kind;
import dev.snag.findings.MonitorRef;
import dev.snag.findings.PinReason;
import dev.snag.runtime.diagnosis.Look.Details;
import dev.snag.runtime.jvm.Sight;
import dev.snag.runtime.jvm.Sight.VirtualState;
import dev.snag.runtime.jvm.StackSight;
import java.util.Comparator;
import java.util.List;

/**
 * What the VM's accounts of one hold come to. They complete what was seen and do not overrule it: a snag keeps its kind,
 * reason and fingerprint whether or not JFR was there, but where nothing else was seen.
 *
 * @param accounts of this hold; empty where the VM said nothing
 */
record VmWord(List<VmAccount> accounts) {

    private static final String INITIALIZER_BEFORE = "VM call to ";
    private static final String AWAITED_BEFORE = "Waited for initialization of ";
    private static final String AWAITED_AFTER = " by another thread";

    /** The account of a kind that covers most time; null for none. */
    private <T extends VmAccount> T longest(Class<T> type) {
        return accounts.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .max(Comparator.comparingLong(account -> account.block().nanos()))
                .orElse(null);
    }

    private String reasonText() {
        VmAccount.Pinned pinned = longest(VmAccount.Pinned.class);
        return pinned == null ? null : pinned.reason();
    }

    /** What pins; null where the VM does not say. */
    PinReason pinReason() {
        String said = reasonText();
        if (said == null) {
            return null;
        }
        if (said.startsWith(INITIALIZER_BEFORE) && said.contains("<clinit>")) {
            return PinReason.CLASS_INIT;
        }
        if (said.startsWith("Native or VM frame")) {
            return PinReason.NATIVE_FRAME;
        }
        // freeze_pinned_cs of the VM's freeze_result
        return said.endsWith("(2)") ? PinReason.CRITICAL_SECTION : null;
    }

    /** The class whose initialization was waited for; null where the VM does not say. */
    String awaitedClass() {
        String said = reasonText();
        return said != null && said.startsWith(AWAITED_BEFORE) && said.endsWith(AWAITED_AFTER)
                ? said.substring(AWAITED_BEFORE.length(), said.length() - AWAITED_AFTER.length())
                        .replace('/', '.')
                : null;
    }

    /** The monitor, completed by what the VM knows of it. */
    MonitorRef monitor(MonitorRef seen) {
        VmAccount.Contended contended = longest(VmAccount.Contended.class);
        VmAccount.Waited waited = longest(VmAccount.Waited.class);
        String className =
                contended != null ? contended.monitor() : waited != null ? waited.monitor() : seen.className();
        return new MonitorRef(
                seen.className() != null ? seen.className() : className,
                seen.owner() != null || contended == null ? seen.owner() : contended.owner());
    }

    /** What else is worth saying, as a part of a sentence; null for nothing. */
    String saying(Cause cause) {
        VmAccount.FileAccess file = longest(VmAccount.FileAccess.class);
        if (cause.category() == Category.FILE && file != null && file.path() != null) {
            return "the file is " + file.path();
        }
        boolean pins = cause.kind() == Kind.PINNED || cause.kind() == Kind.MONITOR;
        return pins && reasonText() != null ? "the VM says: " + reasonText() : null;
    }

    /** Stands for the look that the monitor came too late for; null where the VM does not say what most of the hold was. */
    Look inPlaceOfALook(Evidence evidence) {
        VmAccount longest = longest(VmAccount.class);
        if (longest == null
                || 2 * longest.block().nanos() < evidence.end() - evidence.start()
                || longest.block().frames().isEmpty()) {
            return null;
        }
        Sight sight = switch (longest) {
            case VmAccount.Pinned pinned -> pinnedIn(pinned.operation());
            case VmAccount.Contended contended -> new Sight(VirtualState.RUNNING, Thread.State.BLOCKED, -1);
            case VmAccount.Waited waited -> new Sight(VirtualState.RUNNING, Thread.State.WAITING, -1);
            case VmAccount.FileAccess file -> null;
        };
        var stack = new StackSight(longest.block().frames(), null);
        return sight == null ? null : new Look(evidence.end(), sight, -1, evidence.parks(), stack, false, Details.NONE);
    }

    /** Until JDK 23 the event is of parks alone, and has no operation. */
    private Sight pinnedIn(String operation) {
        if (awaitedClass() != null) {
            return null;
        }
        if (operation == null || operation.endsWith("park")) {
            return new Sight(VirtualState.PINNED, Thread.State.WAITING, -1);
        }
        boolean enters = operation.endsWith("enter");
        return new Sight(VirtualState.RUNNING, enters ? Thread.State.BLOCKED : Thread.State.WAITING, -1);
    }
}
