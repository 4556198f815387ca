package dev.snag.it;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jdk.jfr.FlightRecorder;
import jdk.jfr.RecordingState;

/**
 * Runs under the agent: {@code HOLD} or {@code HOLD await}, which first uses a virtual thread and waits until somebody
 * records.
 */
public final class JfrProgram {
    private static final int HOLD_MILLIS = 400;
    /** The VM's events come up to a second after a hold. */
    private static final int LINGER_MILLIS = 2_500;

    private static final long LONGEST_MILLIS = 30_000;

    private JfrProgram() {}

    public static void main(String[] arguments) throws Exception {
        Thread.ofVirtual().start(() -> {}).join();
        if (arguments.length > 1 && arguments[1].equals("await")) {
            awaitRecording();
        }
        switch (arguments[0]) {
            case "nothing" -> virtual(() -> sleep(HOLD_MILLIS)).join();
            case "initializer" -> virtual(Sleeping::touch).join();
            case "wait-for-initializer" -> waitForInitializer();
            case "monitor" -> contendedMonitor();
            case "file" -> fifo(arguments[2]);
            case "rejected" -> rejected();
            default -> throw new IllegalArgumentException(arguments[0]);
        }
        if (arguments.length > 1 && arguments[1].equals("await")) {
            sleep(LINGER_MILLIS);
        }
        System.out.println("done");
    }

    private static void awaitRecording() {
        for (long waited = 0; waited < LONGEST_MILLIS; waited += 10) {
            if (FlightRecorder.isInitialized()
                    && FlightRecorder.getFlightRecorder().getRecordings().stream()
                            .anyMatch(recording -> recording.getState() == RecordingState.RUNNING)) {
                return;
            }
            sleep(10);
        }
        throw new IllegalStateException("nobody records");
    }

    private static Thread virtual(Runnable task) {
        return Thread.ofVirtual().name("held").start(task);
    }

    private static void waitForInitializer() throws InterruptedException {
        var initializer = new Thread(Slow::touch, "initializer");
        initializer.start();
        Slow.BEGUN.await();
        virtual(() -> load("dev.snag.it.JfrProgram$Slow$Initialized")).join();
        initializer.join();
    }

    private static void load(String name) {
        try {
            Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void contendedMonitor() throws InterruptedException {
        var lock = new JfrProgram();
        var owned = new CountDownLatch(1);
        var owner = new Thread(
                () -> {
                    synchronized (lock) {
                        owned.countDown();
                        sleep(HOLD_MILLIS);
                    }
                },
                "owner");
        owner.start();
        owned.await();
        virtual(() -> {
                    synchronized (lock) {
                        Thread.onSpinWait();
                    }
                })
                .join();
        owner.join();
    }

    private static void fifo(String path) throws Exception {
        new ProcessBuilder("mkfifo", path).inheritIO().start().waitFor();
        try (var writer = new RandomAccessFile(path, "rw");
                var reader = new FileInputStream(path)) {
            Thread held = virtual(() -> readOne(reader));
            sleep(HOLD_MILLIS);
            writer.write('x');
            held.join();
        }
    }

    private static void readOne(FileInputStream reader) {
        try {
            reader.read();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** By a scheduler of its own that takes one task and no more. */
    private static void rejected() throws Exception {
        var type = Class.forName("java.lang.ThreadBuilders$VirtualThreadBuilder");
        var make = type.getDeclaredConstructor(java.util.concurrent.Executor.class);
        make.setAccessible(true);
        java.util.concurrent.Executor none = task -> {
            throw new java.util.concurrent.RejectedExecutionException("full");
        };
        try {
            ((Thread.Builder.OfVirtual) make.newInstance(none)).start(() -> {});
        } catch (java.util.concurrent.RejectedExecutionException expected) {
            sleep(2 * HOLD_MILLIS);
        }
    }

    private static void sleep(int millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Sleeping {
        static {
            sleep(HOLD_MILLIS);
        }

        static void touch() {}
    }

    private static final class Slow {
        static final CountDownLatch BEGUN = new CountDownLatch(1);

        static void touch() {
            Initialized.touch();
        }

        private static final class Initialized {
            static {
                BEGUN.countDown();
                sleep(HOLD_MILLIS);
            }

            static void touch() {}
        }
    }
}
