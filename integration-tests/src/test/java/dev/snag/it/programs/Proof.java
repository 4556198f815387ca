package dev.snag.it.programs;

import java.util.concurrent.Callable;

/** Says on standard output which claims hold: {@code ok NAME} or {@code FAILED NAME: why}. */
final class Proof {

    private Proof() {}

    /** A claim that holds where nothing is thrown. */
    interface Claim {
        void check() throws Throwable;
    }

    static void of(String name, Claim claim) {
        try {
            claim.check();
            System.out.println("ok " + name);
        } catch (Throwable t) {
            System.out.println("FAILED " + name + ": " + String.valueOf(t).replace('\n', '|'));
            t.printStackTrace(System.out);
        }
    }

    static void that(boolean holds, Object seen) {
        if (!holds) {
            throw new AssertionError("seen: " + seen);
        }
    }

    static void contains(String text, String... parts) {
        for (String part : parts) {
            that(text.contains(part), "no '" + part + "' in: " + text);
        }
    }

    /** What a claim throws, which must be of that type. */
    static <T extends Throwable> T thrown(Class<T> type, Claim claim) {
        try {
            claim.check();
        } catch (Throwable t) {
            that(type.isInstance(t), t);
            return type.cast(t);
        }
        throw new AssertionError("nothing was thrown, expected " + type);
    }

    /** Runs a claim on a virtual thread of that name. */
    static void onVirtual(String name, Claim claim) throws Throwable {
        var thrown = new Throwable[1];
        Thread.ofVirtual()
                .name(name)
                .start(() -> {
                    try {
                        claim.check();
                    } catch (Throwable t) {
                        thrown[0] = t;
                    }
                })
                .join();
        if (thrown[0] != null) {
            throw thrown[0];
        }
    }

    /** Waits until something is so, for a long time at most. */
    static void eventually(Callable<Boolean> so) throws Exception {
        long until = System.nanoTime() + 20_000_000_000L;
        while (!so.call()) {
            that(System.nanoTime() - until < 0, "it never came to be");
            Thread.sleep(2);
        }
    }
}
