package dev.snag.runtime.service;

import dev.snag.findings.Occurrence;
import dev.snag.findings.ThreadRef;
import dev.snag.runtime.ledger.Ledger;
import dev.snag.runtime.monitor.StackRequest;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The copies of the API that have listeners, each with its own loader and referred to weakly. They are called on the thread
 * for the application's code.
 */
final class Listeners {

    private final UserCode userCode;
    private final Ledger ledger;
    private final List<Copy> copies = new CopyOnWriteArrayList<>();
    private final ConcurrentLinkedQueue<Telling> pending = new ConcurrentLinkedQueue<>();

    Listeners(UserCode userCode, Ledger ledger) {
        this.userCode = userCode;
        this.ledger = ledger;
    }

    /**
     * A copy of the API.
     *
     * @param asks whether a listener of it wants to be asked before a stack is taken
     */
    private record Copy(WeakReference<Function<Object[], Object>> api, boolean asks) {}

    /** A finding that is being listened to. */
    private record Telling(List<String> lines) {
        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    synchronized void add(Function<Object[], Object> api, boolean asks) {
        remove(api);
        copies.add(new Copy(new WeakReference<>(api), asks));
    }

    synchronized void remove(Function<Object[], Object> api) {
        copies.removeIf(copy -> copy.api.refersTo(api) || copy.api.refersTo(null));
    }

    private boolean none() {
        for (Copy copy : copies) {
            if (!copy.api.refersTo(null)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a stack may be taken: answered in the listeners' own time. */
    StackRequest askForStack(ThreadRef thread, ThreadRef carrier, long heldNanos) {
        for (Copy copy : copies) {
            if (copy.asks && !copy.api.refersTo(null)) {
                var request = new Request();
                Object[] call = {"mayTakeStack", thread.name(), thread.id(), carrier.name(), carrier.id(), heldNanos};
                boolean room = userCode.offer(() -> request.answer = ask(call));
                return room ? request : null;
            }
        }
        return null;
    }

    private static final class Request implements StackRequest {
        private volatile Answer answer = Answer.PENDING;

        @Override
        public Answer answer() {
            return answer;
        }
    }

    private StackRequest.Answer ask(Object[] call) {
        var answer = StackRequest.Answer.GRANTED;
        for (Copy copy : copies) {
            if (copy.asks && Boolean.FALSE.equals(call(copy, call))) {
                answer = StackRequest.Answer.REFUSED;
            }
        }
        return answer;
    }

    boolean hears(Occurrence occurrence, List<String> lines, Consumer<List<String>> edited) {
        if (none()) {
            return false;
        }
        var telling = new Telling(lines);
        pending.add(telling);
        boolean room = userCode.offer(() -> {
            List<String> editable = new ArrayList<>(lines);
            callAll("occurred", OccurrenceFields.of(occurrence), editable);
            if (pending.remove(telling)) {
                edited.accept(editable);
            }
        });
        if (!room) {
            pending.remove(telling);
        }
        return room;
    }

    /** Tells of something that is no finding. */
    void tell(String what, Map<String, Object> fields) {
        if (!none()) {
            userCode.offer(() -> callAll(what, fields, null));
        }
    }

    private void callAll(String what, Map<String, Object> fields, List<String> lines) {
        for (Copy copy : copies) {
            call(copy, new Object[] {what, fields, lines});
        }
    }

    /** The API guards each of its listeners; what comes out here is an error of its own. */
    private Object call(Copy copy, Object[] call) {
        Function<Object[], Object> api = copy.api.get();
        if (api == null) {
            copies.remove(copy);
            return null;
        }
        try {
            return api.apply(call);
        } catch (Throwable t) {
            ledger.failed("listener", t);
            return null;
        }
    }

    List<List<String>> dismiss(long millis) throws InterruptedException {
        var done = new CountDownLatch(1);
        if (!pending.isEmpty() && userCode.offer(done::countDown)) {
            done.await(millis, TimeUnit.MILLISECONDS);
        }
        var unheard = new ArrayList<List<String>>();
        for (Telling left = pending.poll(); left != null; left = pending.poll()) {
            unheard.add(left.lines);
        }
        return unheard;
    }
}
