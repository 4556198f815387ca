package dev.snag.runtime.connections;

import dev.snag.runtime.bridge.Connections;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Tells when virtual threads have more connections open to one address and port than are fine: once, again each time that there
 * are twice as many, and how many there were at most at the end. It runs on a thread of its own.
 */
public final class ConnectionWatch implements Runnable {

    private static final long PAUSE_NANOS = 1_000_000_000;
    /** A crawler has thousands; those beyond are only counted. */
    private static final int MOST_DESTINATIONS_TOLD = 100;

    private final ConnectionTable table;
    /** How many were told of last, by destination. */
    private final Map<Object[], Long> told = new IdentityHashMap<>();

    private Consumer<ConnectionReport> reports = report -> {};
    private volatile boolean ended;

    /**
     * Counts from now on, and tells nobody yet.
     *
     * @param bridge the class {@code Connections}, or its copy under another name
     * @param limit how many to one destination are fine
     * @throws ReflectiveOperationException where it is not such a class
     */
    public ConnectionWatch(Class<?> bridge, int limit) throws ReflectiveOperationException {
        table = new ConnectionTable(bridge, limit);
    }

    /** From now on it is told to this one. */
    public synchronized void tell(Consumer<ConnectionReport> listener) {
        reports = listener;
    }

    @Override
    public void run() {
        table.wakes(Thread.currentThread());
        while (!ended) {
            look();
            LockSupport.parkNanos(this, PAUSE_NANOS);
        }
    }

    /** Tells what there is to tell, and takes out what is closed. */
    synchronized void look() {
        if (!ended) {
            // What is closed from here on may have been open when a limit was passed of which we do not know yet.
            long begin = System.nanoTime();
            tellPassed();
            table.sweep(begin);
        }
    }

    /** Tells the rest; returns what there is to say besides, null for nothing. */
    public synchronized String end() {
        ended = true;
        table.wakes(null);
        tellPassed();
        List<Object[]> destinations = table.told();
        for (Object[] destination : destinations) {
            Long last = told.get(destination);
            if (last != null && peak(destination) > last) {
                long open = ((AtomicLong) destination[Connections.COUNT]).get();
                reports.accept(report(destination, open, System.nanoTime(), List.of()));
            }
        }
        return remark(destinations.size() - told.size());
    }

    private String remark(int untold) {
        long lost = table.lost();
        if (lost > 0) {
            return "connections: " + lost + " could not be counted, as too many were open at one time";
        }
        return untold > 0
                ? "connections: max-connections was passed at " + untold + " more destinations, which are not named"
                : null;
    }

    private void tellPassed() {
        for (Object[] passed : table.takePassed()) {
            var destination = (Object[]) passed[Connections.PASSED_TO];
            if (told.size() < MOST_DESTINATIONS_TOLD || told.containsKey(destination)) {
                long[] countAndTime = (long[]) passed[Connections.PASSED_AT];
                told.put(destination, countAndTime[0]);
                List<Throwable> stacks = table.openAt(destination, countAndTime[1]);
                reports.accept(report(destination, countAndTime[0], countAndTime[1], Openers.of(stacks)));
            }
        }
    }

    private ConnectionReport report(Object[] destination, long count, long at, List<ConnectionReport.Opener> openers) {
        String[] hostAndAddress = names(destination[Connections.ADDRESS]);
        return new ConnectionReport(
                hostAndAddress[0],
                hostAndAddress[1],
                ((int[]) destination[Connections.PORT])[0],
                count,
                table.limit(),
                peak(destination),
                at,
                new ArrayList<>(openers));
    }

    /** {@link InetAddress#toString} is {@code host/address} and asks nobody for the name. */
    private static String[] names(Object address) {
        String text = address.toString();
        int slash = text.lastIndexOf('/');
        return new String[] {slash <= 0 ? null : text.substring(0, slash), text.substring(slash + 1)};
    }

    private static long peak(Object[] destination) {
        return ((AtomicLong) destination[Connections.PEAK]).get();
    }
}
