package dev.snag.runtime.diagnosis;

import static dev.snag.runtime.diagnosis.PinnedTest.culprit;
import static dev.snag.runtime.diagnosis.PinnedTest.offender;
import static dev.snag.runtime.diagnosis.Stacks.HANDLE;
import static dev.snag.runtime.diagnosis.Stacks.LOAD;
import static dev.snag.runtime.diagnosis.Stacks.appNative;
import static dev.snag.runtime.diagnosis.Stacks.jdk;
import static dev.snag.runtime.diagnosis.Stacks.jdkNative;
import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.findings.Category;
import dev.snag.findings.Kind;
import dev.snag.findings.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlockingCallTest {

    @ParameterizedTest
    @CsvSource({
        "java.io.FileInputStream.read0, FILE",
        "java.io.FileInputStream.open0, FILE",
        "java.io.FileOutputStream.writeBytes, FILE",
        "java.io.FileDescriptor.sync0, FILE",
        "java.io.RandomAccessFile.readBytes0, FILE",
        "java.io.UnixFileSystem.delete0, FILE",
        "sun.nio.fs.UnixNativeDispatcher.open0, FILE",
        "sun.nio.ch.UnixFileDispatcherImpl.read0, FILE",
        "sun.nio.ch.FileDispatcherImpl.lock0, FILE",
        "java.nio.MappedMemoryUtils.force0, FILE",
        "java.net.Inet6AddressImpl.lookupAllHostAddr, DNS",
        "java.net.Inet4AddressImpl.getHostByAddr, DNS",
        "java.lang.ProcessImpl.forkAndExec, PROCESS",
        "java.lang.ProcessHandleImpl.waitForProcessExit0, PROCESS",
        "java.io.Console.istty, CONSOLE",
        "sun.nio.ch.EPoll.wait, SELECTOR",
        "sun.nio.ch.PollSelectorImpl.poll, SELECTOR",
        "sun.nio.ch.KQueue.poll, SELECTOR",
        "sun.nio.ch.Net.connect0, NETWORK",
        "java.net.NetworkInterface.getAll, NETWORK",
        "java.lang.ClassLoader.defineClass1, CLASS_LOADING",
        "jdk.internal.loader.NativeLibraries.load, CLASS_LOADING",
        "java.lang.invoke.MethodHandleNatives.resolve, CLASS_LOADING",
        "java.lang.Class.forName0, CLASS_LOADING",
        "com.sun.jna.Native.invokeInt, NATIVE",
        "java.util.zip.Inflater.inflateBytesBytes, NATIVE",
    })
    void the_native_method_on_top_tells_the_category(String method, Category category) {
        Diagnosis blocks = runnable(25, jdkNative(method), LOAD).looks(2, 0).diagnosis();

        assertThat(blocks.cause().kind()).isEqualTo(Kind.BLOCKING_CALL);
        assertThat(blocks.cause().category()).isEqualTo(category);
        assertThat(culprit(blocks).getMethodName()).isEqualTo(method.substring(method.lastIndexOf('.') + 1));
        assertThat(offender(blocks)).isEqualTo(LOAD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sun.nio.ch.SocketDispatcher.write0",
                "sun.nio.ch.SocketDispatcher.readv0",
                "java.lang.System.nanoTime",
                "jdk.internal.misc.VM.getNanoTimeAdjustment"
            })
    void whoever_is_long_in_a_native_method_that_never_blocks_is_not_blocked_but_lacks_a_processor(String method) {
        Diagnosis starved = runnable(25, jdkNative(method), LOAD).looks(2, 0).diagnosis();

        assertThat(starved.cause().kind()).isEqualTo(Kind.CPU);
    }

    @Test
    void a_file_is_told_with_its_descriptor_and_what_to_do() {
        Diagnosis reads = runnable(25, Stacks.reading(LOAD).toArray(StackTraceElement[]::new))
                .descriptor("7 /var/lib/orders.db")
                .looks(2, 0)
                .diagnosis();

        assertThat(reads.cause().operation()).isEqualTo("FileInputStream.read0");
        assertThat(reads.severity()).isEqualTo(Severity.ERROR);
        assertThat(reads.why())
                .isEqualTo("It is in the native method FileInputStream.read0 on file descriptor 7 /var/lib/orders.db"
                        + " (file), for which the JDK does not unmount.");
    }

    @Test
    void on_21_a_file_that_is_compensated_is_a_warning_that_it_gets_worse_from_24_on() {
        Diagnosis reads = runnable(21, Stacks.reading(LOAD).toArray(StackTraceElement[]::new))
                .compensated()
                .looks(2, 0)
                .diagnosis();

        assertThat(reads.severity()).isEqualTo(Severity.WARNING);
        assertThat(reads.why())
                .isEqualTo("It is in the native method FileInputStream.read0 (file), for which the JDK does not"
                        + " unmount; the JDK added a carrier meanwhile.");
    }

    @ParameterizedTest
    @CsvSource({
        "java.lang.Process$PipeInputStream.read, , PROCESS",
        "java.lang.System$In.read, , CONSOLE",
        "java.lang.System$Out.write, , CONSOLE",
        "jdk.internal.io.JdkConsoleImpl.readLine, , CONSOLE",
        "java.io.BufferedInputStream.fill, 0 /dev/pts/3, CONSOLE",
        "java.io.BufferedInputStream.fill, 2 /dev/null, CONSOLE",
        "java.io.BufferedInputStream.fill, 9 pipe:[4711], PROCESS",
        "java.io.BufferedInputStream.fill, 9 /tmp/data, FILE",
        "java.io.BufferedInputStream.fill, , FILE",
    })
    void streams_of_children_and_of_the_process_itself_are_files_only_to_the_jdk(
            String between, String descriptor, Category category) {
        Diagnosis reads = runnable(25, jdkNative("java.io.FileInputStream.readBytes"), jdk(between), LOAD)
                .descriptor(descriptor)
                .looks(2, 0)
                .diagnosis();

        assertThat(reads.cause().category()).isEqualTo(category);
    }

    @Test
    void the_descriptor_may_come_later() {
        Diagnosis reads = runnable(25, Stacks.reading(LOAD).toArray(StackTraceElement[]::new))
                .looks(2, 0)
                .diagnosis()
                .withDescriptor("0 /dev/pts/3");

        assertThat(reads.cause().category()).isEqualTo(Category.CONSOLE);
        assertThat(reads.why())
                .isEqualTo("It is in the native method FileInputStream.read0 on file descriptor 0 /dev/pts/3"
                        + " (console), for which the JDK does not unmount.");
    }

    @Test
    void a_downcall_has_no_native_frame_and_is_known_by_what_the_vm_says_of_the_carrier() {
        Diagnosis calls = runnable(25, LOAD, HANDLE).inNative().looks(2, 0).diagnosis();

        assertThat(calls.cause().kind()).isEqualTo(Kind.BLOCKING_CALL);
        assertThat(calls.cause().category()).isEqualTo(Category.NATIVE);
        assertThat(calls.why())
                .isEqualTo("It is in native code called from com.acme.orders.OrderCache.load (native), for which the"
                        + " JDK does not unmount.");
    }

    @ParameterizedTest
    @CsvSource({"jdk.internal.misc.ScopedMemoryAccess.getByteInternal", "java.nio.DirectByteBuffer.get"})
    void a_page_of_a_mapped_file_that_is_read_in_is_a_file(String top) {
        Diagnosis faults = runnable(25, jdk(top), LOAD).looks(2, 0).diagnosis();

        assertThat(faults.cause().kind()).isEqualTo(Kind.BLOCKING_CALL);
        assertThat(faults.cause().category()).isEqualTo(Category.FILE);
    }

    @Test
    void the_time_of_loading_classes_is_class_loading_and_a_warning_although_it_computes() {
        Diagnosis loads = runnable(
                        25,
                        jdk("java.util.zip.ZipFile.read:1"),
                        jdk("jdk.internal.loader.BuiltinClassLoader.loadClass:526"),
                        LOAD)
                .looks(2, 1)
                .diagnosis();

        assertThat(loads.cause().category()).isEqualTo(Category.CLASS_LOADING);
        assertThat(loads.severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void what_the_user_calls_within_loading_is_the_users() {
        Diagnosis reads = runnable(
                        25,
                        jdkNative("java.io.FileInputStream.read0"),
                        LOAD,
                        jdk("java.lang.ClassLoader.loadClass:526"),
                        HANDLE)
                .looks(2, 0)
                .diagnosis();

        assertThat(reads.cause().category()).isEqualTo(Category.FILE);
    }

    @Test
    void the_jdks_frames_are_not_the_offender_but_a_librarys_are() {
        StackTraceElement library = appNative("org.sqlite.core.NativeDB.step");
        Diagnosis steps = runnable(25, library, LOAD).looks(2, 0).diagnosis();

        assertThat(offender(steps)).isEqualTo(library);
        assertThat(culprit(steps)).isEqualTo(library);
        assertThat(steps.cause().operation()).isEqualTo("NativeDB.step");
    }

    static Held runnable(int jdk, StackTraceElement... frames) {
        return Held.onJdk(jdk).runnable(List.of(frames));
    }

    @Test
    void of_several_calls_in_one_hold_the_one_that_lasted_longest_is_told() {
        Diagnosis blocked = Held.onJdk(25)
                .runnable(Stacks.reading(LOAD))
                .look(50, 0)
                .look(50, 0)
                .look(100, 0)
                .runnable(Stacks.of(jdkNative("jdk.internal.misc.Unsafe.unpark"), LOAD))
                .look(200, 0)
                .endedAfter(1);

        assertThat(blocked.cause().operation()).isEqualTo("FileInputStream.read0");
        assertThat(blocked.cause().category()).isEqualTo(Category.FILE);
    }

    @Test
    void a_call_that_was_seen_first_but_lasted_shorter_is_not() {
        Diagnosis blocked = Held.onJdk(25)
                .runnable(Stacks.reading(LOAD))
                .look(50, 0)
                .runnable(Stacks.of(appNative("com.acme.codec.Codec.decode"), LOAD))
                .look(100, 0)
                .look(200, 0)
                .endedAfter(1);

        assertThat(blocked.cause().operation()).isEqualTo("Codec.decode");
    }
}
