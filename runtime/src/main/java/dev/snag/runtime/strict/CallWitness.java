package dev.snag.runtime.strict;

import dev.snag.findings.ThreadRef;
import dev.snag.runtime.bridge.Calls;
import dev.snag.runtime.diagnosis.Frames;
import dev.snag.runtime.diagnosis.PinWitness;
import dev.snag.runtime.tests.TestScope;
import dev.snag.runtime.witness.OwnPin;
import java.lang.StackWalker.StackFrame;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Told by the hooks of each forbidden call, on the thread that has made it. Takes no lock, and does not wait: what does not fit
 * is counted.
 */
public final class CallWitness implements BiConsumer<Thread, long[]> {

    static final int ROOM = 4_096;
    private static final int MOST_SITES = 2_000;
    private static final String BRIDGE = "java.lang.SnagCalls";

    private final AllowedCalls allowed;
    private final OwnPin pins;
    private final StackWalker walker = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
    private final Function<Stream<StackFrame>, StackFrame> program = new Program(false);
    private final ConcurrentHashMap<CallSite.Key, CallSite> sites = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Taken> taken = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicLong dropped = new AtomicLong();
    private volatile Runnable bell = () -> {};

    /** A call with all that only its thread could tell; the stack is read elsewhere. */
    private record Taken(
            CallSite site,
            int category,
            ThreadRef thread,
            long carrier,
            long begin,
            long end,
            PinWitness pin,
            TestScope test,
            Throwable stack) {}

    /**
     * Without any call.
     *
     * @param pins tells what pins the calling thread, where only it can
     */
    public CallWitness(AllowedCalls allowed, OwnPin pins) {
        this.allowed = allowed;
        this.pins = pins;
    }

    /** What is run when there is something to collect; it must not block. */
    void ring(Runnable ringing) {
        bell = ringing;
    }

    @Override
    public void accept(Thread thread, long[] call) {
        StackFrame caller = walker.walk(program);
        if (caller != null) { // else a thread of the JDK's own
            take(thread, call, caller);
        }
    }

    private void take(Thread thread, long[] call, StackFrame caller) {
        if (allowed.allows(thread.threadId(), call[Calls.BEGIN], call[Calls.END])) {
            return;
        }
        int category = (int) call[Calls.CATEGORY];
        TestScope test = allowed.testOf(thread.threadId());
        CallSite site = site(new CallSite.Key(
                category,
                caller.getClassName(),
                caller.getMethodName(),
                caller.getByteCodeIndex(),
                test == null ? null : test.name()));
        if (site != null && !site.takes(call[Calls.BEGIN], call[Calls.END])) {
            return;
        }
        if (waiting.get() >= ROOM) {
            dropped.incrementAndGet();
            return;
        }
        taken.add(new Taken(
                site,
                category,
                new ThreadRef(thread.getName(), thread.threadId()),
                call[Calls.ON_CARRIER],
                call[Calls.BEGIN],
                call[Calls.END],
                category == Calls.PINNED ? pins.ofCurrentThread() : null,
                test,
                new Throwable()));
        if (waiting.getAndIncrement() == 0) {
            bell.run();
        }
    }

    /** Takes calls of nobody, and forgets them: what the first real one needs must not be loaded within it. */
    void rehearse(Thread self) {
        StackFrame here = walker.walk(new Program(true));
        for (int i = 0; i <= CallSite.WITH_STACK; i++) {
            take(self, new long[] {Calls.PINNED, 0, 0, self.threadId()}, here);
        }
        taken.clear();
        waiting.set(0);
        sites.clear();
    }

    /** Null where there are too many; those calls are taken one by one. */
    private CallSite site(CallSite.Key key) {
        CallSite known = sites.get(key);
        if (known != null || sites.size() >= MOST_SITES) {
            return known;
        }
        var site = new CallSite();
        known = sites.putIfAbsent(key, site);
        return known == null ? site : known;
    }

    /** Whether calls have been counted that nobody has collected, now or later. */
    boolean counts() {
        return !sites.isEmpty();
    }

    /** What was taken since the last time, and then what was counted. */
    List<ForbiddenCall> collect(Function<Long, ThreadRef> carriers) {
        var calls = new ArrayList<ForbiddenCall>();
        for (Taken each = taken.poll(); each != null; each = taken.poll()) {
            waiting.decrementAndGet();
            ForbiddenCall call = CallStory.of(
                    each.category,
                    each.thread,
                    carriers.apply(each.carrier),
                    each.begin,
                    each.end,
                    frames(each.stack),
                    each.pin,
                    each.test);
            if (call != null) {
                calls.add(call);
                if (each.site != null) {
                    each.site.shownBy(call);
                }
            }
        }
        return calls;
    }

    /** Calls that were counted without their stacks since the last time. */
    Collection<ForbiddenCall> counted() {
        var calls = new ArrayList<ForbiddenCall>();
        for (CallSite site : sites.values()) {
            ForbiddenCall many = site.counted();
            if (many != null) {
                calls.add(many);
            }
        }
        return calls;
    }

    /** Calls for which there was no room, since the last time. */
    long takeDropped() {
        return dropped.getAndSet(0);
    }

    /** From the forbidden method on. */
    private static List<StackTraceElement> frames(Throwable stack) {
        List<StackTraceElement> all = List.of(stack.getStackTrace());
        int from = 0;
        for (int i = 0; i < all.size(); i++) {
            if (isBridge(all.get(i).getClassName())) {
                from = i + 1;
            } else if (from > 0) {
                break;
            }
        }
        return Frames.asWritten(all.subList(from, all.size()));
    }

    private static boolean isBridge(String className) {
        return className.equals(BRIDGE) || className.equals(Calls.class.getName());
    }

    /**
     * The first frame beneath the hook that is not the JDK's; null for none.
     *
     * @param noHook whether there is no hook, so that all is beneath it
     */
    private record Program(boolean noHook) implements Function<Stream<StackFrame>, StackFrame> {
        @Override
        public StackFrame apply(Stream<StackFrame> frames) {
            boolean beneath = noHook;
            Iterator<StackFrame> each = frames.iterator();
            while (each.hasNext()) {
                StackFrame frame = each.next();
                if (isBridge(frame.getClassName())) {
                    beneath = true;
                } else if (beneath && !isJdk(frame.getDeclaringClass())) {
                    return frame;
                }
            }
            return null;
        }

        private static boolean isJdk(Class<?> type) {
            Module module = type.getModule();
            return module.isNamed()
                    && (module.getName().startsWith("java.") || module.getName().startsWith("jdk."));
        }
    }
}
