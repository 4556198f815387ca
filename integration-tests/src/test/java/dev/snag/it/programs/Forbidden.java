package dev.snag.it.programs;

import dev.snag.AllowedBlocking;
import dev.snag.Snag;
import java.io.File;

/** Asks for a file on virtual threads, where that is allowed and where it is not. */
@SuppressWarnings("try")
public final class Forbidden {

    private Forbidden() {}

    public static void main(String[] arguments) throws Throwable {
        var file = new File("no-such-file");
        Proof.onVirtual("asks", () -> System.out.println(file.exists()));
        Proof.onVirtual("asks-in-scope", () -> {
            try (AllowedBlocking allowed = Snag.allowBlocking("it is a test")) {
                System.out.println(file.exists());
            }
        });
        Proof.onVirtual("asks-after-scope", () -> {
            try (AllowedBlocking allowed = Snag.allowBlocking("it is a test")) {
                Thread.yield();
            }
            System.out.println(file.isFile());
        });
        Proof.of("g69_is_instrumented", () -> {
            Class<?> virtualThread = Class.forName("java.lang.VirtualThread");
            Proof.that(Snag.isInstrumented(File.class, "exists"), "exists");
            Proof.that(!Snag.isInstrumented(File.class, "getName"), "getName");
            Proof.that(Snag.isInstrumented(virtualThread, "runContinuation"), "runContinuation");
        });
    }
}
