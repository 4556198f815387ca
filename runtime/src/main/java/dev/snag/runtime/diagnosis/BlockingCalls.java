package dev.snag.runtime.diagnosis;

import dev.snag.findings.Category;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which category a native call on top of a stack belongs to, by what the user did. */
final class BlockingCalls {

    /** Prefixes of class names, the longest that fits counts. */
    private static final Map<String, Category> BY_CLASS = Map.ofEntries(
            Map.entry("java.io.File", Category.FILE),
            Map.entry("java.io.RandomAccessFile", Category.FILE),
            Map.entry("java.io.UnixFileSystem", Category.FILE),
            Map.entry("java.io.WinNTFileSystem", Category.FILE),
            Map.entry("java.io.Console", Category.CONSOLE),
            Map.entry("jdk.internal.io.JdkConsoleImpl", Category.CONSOLE),
            Map.entry("java.nio.MappedMemoryUtils", Category.FILE),
            Map.entry("sun.nio.fs.", Category.FILE),
            Map.entry("sun.nio.ch.FileDispatcherImpl", Category.FILE),
            Map.entry("sun.nio.ch.UnixFileDispatcherImpl", Category.FILE),
            Map.entry("sun.nio.ch.FileChannelImpl", Category.FILE),
            Map.entry("sun.nio.ch.IOUtil", Category.FILE),
            Map.entry("sun.nio.ch.EPoll", Category.SELECTOR),
            Map.entry("sun.nio.ch.KQueue", Category.SELECTOR),
            Map.entry("sun.nio.ch.WEPoll", Category.SELECTOR),
            Map.entry("sun.nio.ch.PollSelectorImpl", Category.SELECTOR),
            Map.entry("sun.nio.ch.Net", Category.NETWORK),
            Map.entry("sun.nio.ch.SocketDispatcher", Category.NETWORK),
            Map.entry("java.net.NetworkInterface", Category.NETWORK),
            Map.entry("java.net.Inet", Category.DNS),
            Map.entry("java.lang.ProcessImpl", Category.PROCESS),
            Map.entry("java.lang.ProcessHandleImpl", Category.PROCESS),
            Map.entry("java.lang.ClassLoader", Category.CLASS_LOADING),
            Map.entry("java.lang.Class", Category.CLASS_LOADING),
            Map.entry("java.lang.invoke.MethodHandleNatives", Category.CLASS_LOADING),
            Map.entry("jdk.internal.loader.", Category.CLASS_LOADING));

    /** Class and method, or all of a class. Sockets are non-blocking as soon as a virtual thread uses them (JDK 21 and later). */
    private static final Set<String> NEVER_BLOCK = Set.of(
            "sun.nio.ch.SocketDispatcher",
            "java.lang.System.nanoTime",
            "java.lang.System.currentTimeMillis",
            "java.lang.System.arraycopy",
            "java.lang.System.identityHashCode",
            "java.lang.Object.hashCode",
            "java.lang.Object.getClass",
            "java.lang.Thread.currentThread",
            "java.lang.Thread.currentCarrierThread",
            "java.lang.Throwable.fillInStackTrace",
            "jdk.internal.misc.VM.getNanoTimeAdjustment",
            "jdk.internal.vm.Continuation");

    private static final List<String> CHILD_PROCESS = List.of("java.lang.Process", "java.lang.ProcessImpl");
    private static final List<String> STANDARD_STREAM = List.of("java.lang.System$In", "java.lang.System$Out");
    private static final int STANDARD_STREAMS = 3;

    private BlockingCalls() {}

    static Category categoryOf(Look look) {
        List<StackTraceElement> frames = look.stack().frames();
        if (frames.isEmpty()) {
            return Category.NATIVE;
        }
        StackTraceElement top = frames.getFirst();
        if (isPageFault(top)) {
            return Category.FILE;
        }
        if (inClassLoading(frames)) {
            return Category.CLASS_LOADING;
        }
        if (look.nature() == Nature.IN_JAVA) {
            return Category.NATIVE;
        }
        Category category = byClass(top.getClassName());
        return category == Category.FILE ? byPurpose(look, frames) : category;
    }

    private static Category byClass(String className) {
        String longest = "";
        for (String prefix : BY_CLASS.keySet()) {
            if (className.startsWith(prefix) && prefix.length() > longest.length()) {
                longest = prefix;
            }
        }
        return BY_CLASS.getOrDefault(longest, Category.NATIVE);
    }

    /** Streams of a child and of this process are files to the JDK; the frames (25+) or the descriptor tell. */
    private static Category byPurpose(Look look, List<StackTraceElement> frames) {
        for (StackTraceElement frame : frames) {
            String name = frame.getClassName();
            if (!Frames.isJdk(frame)) {
                break;
            }
            if (CHILD_PROCESS.stream().anyMatch(name::startsWith)) {
                return Category.PROCESS;
            }
            if (STANDARD_STREAM.contains(name) || name.equals("jdk.internal.io.JdkConsoleImpl")) {
                return Category.CONSOLE;
            }
        }
        String descriptor = look.details().descriptor();
        if (descriptor == null) {
            return Category.FILE;
        }
        int number = Integer.parseInt(descriptor.substring(0, descriptor.indexOf(' ')));
        if (number < STANDARD_STREAMS) {
            return Category.CONSOLE;
        }
        return descriptor.contains("pipe:[") ? Category.PROCESS : Category.FILE;
    }

    /** Native methods that only compute: whoever is long in one has no processor. */
    static boolean neverBlocks(StackTraceElement top) {
        return NEVER_BLOCK.contains(top.getClassName())
                || NEVER_BLOCK.contains(top.getClassName() + "." + top.getMethodName());
    }

    /** Access to a mapped file, where the kernel reads the page in. */
    static boolean isPageFault(StackTraceElement top) {
        return top.getClassName().equals("jdk.internal.misc.ScopedMemoryAccess")
                || top.getClassName().startsWith("java.nio.DirectByteBuffer");
    }

    /** Whether the JDK frames on top load, link or define classes. */
    static boolean inClassLoading(List<StackTraceElement> frames) {
        for (StackTraceElement frame : frames) {
            String name = frame.getClassName();
            if (!Frames.isJdk(frame)) {
                return false;
            }
            if (name.startsWith("jdk.internal.loader.")
                    || name.equals("java.lang.ClassLoader")
                    || name.equals("java.lang.invoke.MethodHandleNatives")) {
                return true;
            }
        }
        return false;
    }
}
