package dev.snag.benchmarks.mounts;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Virtual threads on one carrier that do nothing but let go of it and take it again. JMH runs the methods on a virtual
 * thread ({@code jmh.executor=VIRTUAL}); one operation is one unmount and one mount.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class MountLoops {

    /** Alone on the carrier: every yield unmounts and mounts again. */
    @Benchmark
    public void yieldAlone() {
        Thread.yield();
    }

    /** Two threads that wake each other in turn: a park and an unpark for each mount. */
    @Benchmark
    @OperationsPerInvocation(2)
    public void parkAndUnpark(Partner partner) {
        partner.takeTurn();
    }

    /** The thread that the measured one takes turns with. */
    @State(Scope.Thread)
    public static class Partner {
        private volatile boolean partnersTurn;
        private volatile boolean stopped;
        private Thread measured;
        private Thread partner;

        @Setup
        public void start() {
            measured = Thread.currentThread();
            partner = Thread.ofVirtual().start(this::answer);
        }

        @TearDown
        public void stop() {
            stopped = true;
            LockSupport.unpark(partner);
        }

        void takeTurn() {
            partnersTurn = true;
            LockSupport.unpark(partner);
            while (partnersTurn) {
                LockSupport.park();
            }
        }

        private void answer() {
            while (!stopped) {
                if (partnersTurn) {
                    partnersTurn = false;
                    LockSupport.unpark(measured);
                } else {
                    LockSupport.park();
                }
            }
        }
    }
}
