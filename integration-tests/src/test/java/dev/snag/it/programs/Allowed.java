package dev.snag.it.programs;

import dev.snag.AllowedBlocking;
import dev.snag.Snag;

/** Holds within and without scopes in which blocking is allowed; the report shows which of them are findings. */
@SuppressWarnings("try")
public final class Allowed {

    private static final int HELD = 450;

    private Allowed() {}

    public static void main(String[] arguments) throws Throwable {
        Proof.onVirtual("g26-ignored", () -> {
            Snag.ignoreCurrent();
            SleepOnCarrier.millis(HELD);
        });
        Proof.onVirtual("g27-monitored-again", () -> {
            Snag.ignoreCurrent();
            Snag.monitorCurrent();
            SleepOnCarrier.millis(HELD);
        });
        Proof.onVirtual("g26-not-ignored", () -> SleepOnCarrier.millis(HELD));
        Proof.onVirtual("g28-in-scope-after-remount", () -> {
            try (AllowedBlocking allowed = Snag.allowBlocking("it is a test")) {
                Thread.yield();
                SleepOnCarrier.millis(HELD);
                Thread.yield();
            }
        });
        Proof.onVirtual("g28-after-scope-with-remount", () -> {
            try (AllowedBlocking allowed = Snag.allowBlocking("it is a test")) {
                Thread.yield();
            }
            SleepOnCarrier.millis(HELD);
        });
        Proof.onVirtual("nested", () -> {
            try (AllowedBlocking outer = Snag.allowBlocking("outer")) {
                Snag.allowBlocking("inner", () -> {});
                SleepOnCarrier.millis(HELD);
            }
        });
        Proof.onVirtual("monitored-in-scope", () -> {
            try (AllowedBlocking outer = Snag.allowBlocking("outer")) {
                Snag.monitorCurrent();
                SleepOnCarrier.millis(HELD);
            }
        });
        Proof.onVirtual("closed-before-the-rest-of-the-hold", () -> {
            // One hold: what lies in the scope is not counted, what lies behind it is.
            Snag.allowBlocking("the first part", () -> SleepOnCarrier.millis(HELD));
            SleepOnCarrier.millis(HELD);
        });
        Proof.onVirtual("scope-in-a-short-hold", () -> Snag.allowBlocking("quick", () -> SleepOnCarrier.millis(1)));
        System.out.println("done");
    }
}
