package dev.snag.runtime.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.runtime.diagnosis.VmAccount;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class VmStreamTest {

    private static final long MILLI = 1_000_000;
    private static final long LONGEST_SECONDS = 30;

    @Test
    void half_of_what_is_fine_is_the_threshold() {
        assertThat(VmStream.threshold(100 * MILLI)).isEqualTo(Duration.ofMillis(50));
    }

    @Test
    void it_is_never_below_that_of_the_default_recording_whose_files_would_grow() {
        assertThat(VmStream.threshold(20 * MILLI)).isEqualTo(Duration.ofMillis(20));
        assertThat(VmStream.threshold(1)).isEqualTo(Duration.ofMillis(20));
    }

    /** On JDK 21 the flight recorder cannot always transform its own classes where bytecode is verified. */
    @Test
    void where_the_flight_recorder_does_not_work_that_is_said_and_is_no_failure_of_ours() {
        var told = new Told();

        new VmStream(100_000_000, told, () -> {
                    throw new InternalError("retransformClasses failed");
                })
                .run();

        assertThat(told.notes).singleElement().asString().contains("cannot be read", "retransformClasses failed");
        assertThat(told.failures).isEmpty();
        assertThat(told.begun.getCount()).as("told that nothing more will come").isZero();
    }

    @Test
    void a_pinned_park_is_told_with_thread_time_and_place() throws Exception {
        var told = new Told();
        var stream = new VmStream(100 * MILLI, told);
        var reading = new Thread(stream);
        reading.start();
        assertThat(told.begun.await(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();

        // The recording starts after the first word, so the thread tries until it is heard.
        long before = System.nanoTime();
        VmAccount account = null;
        long id = 0;
        for (int i = 0; i < LONGEST_SECONDS && account == null; i++) {
            Thread held = Thread.ofVirtual().start(VmStreamTest::initialize);
            held.join();
            id = held.threadId();
            account = told.accounts.poll(2, TimeUnit.SECONDS);
        }
        stream.stop();
        reading.join();

        assertThat(account).isInstanceOf(VmAccount.Pinned.class);
        assertThat(account.block().threadId()).isEqualTo(id);
        assertThat(account.block().nanos()).isGreaterThanOrEqualTo(100 * MILLI);
        assertThat(account.block().within(before, System.nanoTime())).isTrue();
        assertThat(account.block().frames())
                .anySatisfy(frame -> assertThat(frame.getMethodName()).isEqualTo("pinned"));
        assertThat(told.failures).isEmpty();
    }

    /** Each time in another class loader, as a class is initialized once. */
    private static void initialize() {
        try {
            new OneClassLoader()
                    .loadClass(Slow.class.getName())
                    .getMethod("pinned")
                    .invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Parks while it is called by reflection from its own initializer. */
    public static final class Slow {
        static {
            pinned();
        }

        private Slow() {}

        /** Sleeps; the first time within the initializer. */
        public static void pinned() {
            try {
                Thread.sleep(150);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static final class OneClassLoader extends ClassLoader {
        OneClassLoader() {
            super(VmStreamTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.equals(Slow.class.getName())) {
                return super.loadClass(name, resolve);
            }
            Class<?> known = findLoadedClass(name);
            if (known != null) {
                return known;
            }
            try (var in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] code = in.readAllBytes();
                return defineClass(name, code, 0, code.length);
            } catch (java.io.IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    private static final class Told implements VmListener {
        private final CountDownLatch begun = new CountDownLatch(1);
        private final LinkedBlockingQueue<VmAccount> accounts = new LinkedBlockingQueue<>();
        private final LinkedBlockingQueue<String> notes = new LinkedBlockingQueue<>();
        private final LinkedBlockingQueue<Throwable> failures = new LinkedBlockingQueue<>();

        @Override
        public void vmSaid(List<VmAccount> batch, boolean more) {
            accounts.addAll(batch);
            begun.countDown();
        }

        @Override
        public void note(String line) {
            notes.add(line);
        }

        @Override
        public void failed(String where, Throwable failure) {
            failures.add(failure);
        }
    }
}
