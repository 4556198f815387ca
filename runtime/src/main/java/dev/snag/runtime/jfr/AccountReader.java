package dev.snag.runtime.jfr;

import dev.snag.findings.ThreadRef;
import dev.snag.runtime.diagnosis.VmAccount;
import dev.snag.runtime.diagnosis.VmAccount.Block;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedClassLoader;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedObject;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordedThread;

/** Takes what matters out of an event of the JDK. */
final class AccountReader {

    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final int NATIVE_LINE = -2;

    /** The account of one event, of a virtual thread. */
    VmAccount read(RecordedEvent event) {
        Block block = block(event);
        return switch (event.getEventType().getName()) {
            case "jdk.VirtualThreadPinned" ->
                new VmAccount.Pinned(block, text(event, "blockingOperation"), text(event, "pinnedReason"));
            case "jdk.JavaMonitorEnter" ->
                new VmAccount.Contended(block, className(event, "monitorClass"), thread(event, "previousOwner"));
            case "jdk.JavaMonitorWait" -> new VmAccount.Waited(block, className(event, "monitorClass"));
            case "jdk.FileRead", "jdk.FileWrite" -> new VmAccount.FileAccess(block, text(event, "path"));
            default -> throw new IllegalArgumentException(event.getEventType().getName());
        };
    }

    private static Block block(RecordedEvent event) {
        long offset = System.nanoTime() - nanos(Instant.now());
        return new Block(
                event.getThread().getJavaThreadId(),
                nanos(event.getStartTime()) + offset,
                nanos(event.getEndTime()) + offset,
                frames(event.getStackTrace()));
    }

    private static long nanos(Instant instant) {
        return instant.getEpochSecond() * NANOS_PER_SECOND + instant.getNano();
    }

    private static String text(RecordedEvent event, String field) {
        return event.hasField(field) ? event.getString(field) : null;
    }

    private static String className(RecordedEvent event, String field) {
        RecordedClass type = event.getClass(field);
        return type == null ? null : type.getName();
    }

    private static ThreadRef thread(RecordedEvent event, String field) {
        RecordedThread thread = event.getThread(field);
        return thread == null ? null : new ThreadRef(thread.getJavaName(), thread.getJavaThreadId());
    }

    private static List<StackTraceElement> frames(RecordedStackTrace trace) {
        var frames = new ArrayList<StackTraceElement>();
        for (RecordedFrame frame : trace == null ? List.<RecordedFrame>of() : trace.getFrames()) {
            if (frame.isJavaFrame()) {
                frames.add(frame(frame));
            }
        }
        return frames;
    }

    private static StackTraceElement frame(RecordedFrame frame) {
        RecordedMethod method = frame.getMethod();
        RecordedClass type = method.getType();
        RecordedClassLoader loader = type.getClassLoader();
        boolean isNative = Modifier.isNative(method.getModifiers());
        return new StackTraceElement(
                loader == null ? null : loader.getName(),
                module(type),
                null,
                type.getName(),
                method.getName(),
                null,
                isNative ? NATIVE_LINE : frame.getLineNumber());
    }

    private static String module(RecordedClass type) {
        RecordedObject home = type.getValue("package");
        RecordedObject module = home == null ? null : home.getValue("module");
        return module == null ? null : module.getString("name");
    }
}
