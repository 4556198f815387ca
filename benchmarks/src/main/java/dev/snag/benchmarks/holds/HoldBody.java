package dev.snag.benchmarks.holds;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** One hold of a carrier, in two steps. */
interface HoldBody {

    /** All that is to be done before; may unmount. */
    default void prepare() {}

    /** Keeps the carrier until {@code System.nanoTime()} has reached {@code until}. */
    void holdUntil(long until);

    /** What is to be done after the hold, in a hold of its own. */
    default void cleanUp() {}

    static HoldBody of(HoldKind kind, Fifos fifos) {
        return switch (kind) {
            case PINNED_CLASS_INIT -> new InInitializer(new Sleeping());
            case PINNED_MONITOR -> new OwningMonitor();
            case MONITOR -> new EnteringMonitor();
            case MONITOR_CLASS_INIT -> new InInitializer(new EnteringMonitor());
            case BLOCKING_CALL -> new ReadingFifo(fifos);
            case CLASS_INIT_WAIT -> new AwaitingInitializer();
            case CPU -> Clock::computeUntil;
        };
    }

    final class Sleeping implements HoldBody {
        @Override
        public void holdUntil(long until) {
            Clock.sleepUntil(until);
        }
    }

    final class OwningMonitor implements HoldBody {
        private final Object monitor = new Object();

        @Override
        public void holdUntil(long until) {
            synchronized (monitor) {
                Clock.sleepUntil(until);
            }
        }
    }

    /** Holds as another body does, within a class initializer. */
    final class InInitializer implements HoldBody {
        private final HoldBody inner;
        private Initializing initializing;
        private long until;

        InInitializer(HoldBody inner) {
            this.inner = inner;
        }

        @Override
        public void prepare() {
            inner.prepare();
            initializing = new Initializing(() -> inner.holdUntil(until));
        }

        @Override
        public void holdUntil(long end) {
            until = end;
            initializing.initialize();
        }
    }

    final class EnteringMonitor implements HoldBody {
        private final Object monitor = new Object();
        private final Releaser owner = new Releaser(releaser -> {
            synchronized (monitor) {
                releaser.standInTheWay();
            }
        });

        @Override
        public void prepare() {
            owner.start();
        }

        @Override
        public void holdUntil(long until) {
            owner.releaseAt(until);
            synchronized (monitor) {
                // Entering was all.
            }
        }
    }

    final class AwaitingInitializer implements HoldBody {
        private final Releaser initializer = new Releaser(this::initialize);
        private final Initializing initializing = new Initializing(initializer::standInTheWay);

        private void initialize(Releaser releaser) {
            initializing.initialize();
        }

        @Override
        public void prepare() {
            initializer.start();
        }

        @Override
        public void holdUntil(long until) {
            initializer.releaseAt(until);
            initializing.initialize();
        }
    }

    final class ReadingFifo implements HoldBody {
        private final Fifos fifos;
        private final Releaser writer = new Releaser(this::write);
        private Path fifo;
        private FileInputStream in;
        private RandomAccessFile out;

        ReadingFifo(Fifos fifos) {
            this.fifos = fifos;
        }

        private void write(Releaser releaser) {
            releaser.standInTheWay();
            try {
                out.write(1);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void prepare() {
            try {
                fifo = fifos.take();
                // Opened for both, a FIFO opens at once; the reader then finds a writer.
                out = new RandomAccessFile(fifo.toFile(), "rw");
                in = new FileInputStream(fifo.toFile());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            writer.start();
        }

        @Override
        public void holdUntil(long until) {
            writer.releaseAt(until);
            try {
                in.read();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void cleanUp() {
            try {
                in.close();
                out.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            fifos.giveBack(fifo);
        }
    }
}
