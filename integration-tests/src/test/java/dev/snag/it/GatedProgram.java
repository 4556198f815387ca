package dev.snag.it;

import java.util.concurrent.CountDownLatch;

/** A program that ends in the way that is asked for, with or without a snag before, and with a slow shutdown hook. */
final class GatedProgram {
    /** Sleeps while it initializes a class, which pins on every JDK. */
    private static final class SlowToInitialize {
        static {
            try {
                Thread.sleep(700);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        static void touch() {}
    }

    private GatedProgram() {}

    public static void main(String[] arguments) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(GatedProgram::slowHook));
        for (String argument : arguments) {
            switch (argument) {
                case "snag" -> Thread.ofVirtual().start(GatedProgram::snag).join();
                case "no-snag" -> Thread.ofVirtual().start(() -> {}).join();
                case "exit-0" -> System.exit(0);
                case "exit-0-in-thread" -> exitInThread();
                case "exit-3" -> System.exit(3);
                case "throw" -> throw new IllegalStateException("on purpose");
                case "throw-quietly" -> {
                    Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {});
                    throw new IllegalStateException("on purpose");
                }
                case "throw-in-thread" -> throwInThread();
                case "halt-0" -> Runtime.getRuntime().halt(0);
                case "wait" -> {
                    System.out.println("waits");
                    new CountDownLatch(1).await();
                }
                default -> throw new IllegalArgumentException(argument);
            }
        }
    }

    private static void snag() {
        SlowToInitialize.touch();
    }

    private static void exitInThread() throws InterruptedException {
        var thread = new Thread(() -> System.exit(0));
        thread.start();
        thread.join();
    }

    private static void throwInThread() throws InterruptedException {
        var thread = new Thread(() -> {
            throw new IllegalStateException("not in main");
        });
        thread.start();
        thread.join();
    }

    private static void slowHook() {
        try {
            Thread.sleep(1_500);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        System.out.println("hook ended");
    }
}
