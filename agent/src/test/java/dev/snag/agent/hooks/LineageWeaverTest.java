package dev.snag.agent.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.runtime.bridge.Lineage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassReader;

class LineageWeaverTest {

    private static final String CALL = "INVOKESTATIC java/lang/SnagLineage.";
    private static final String STARTING = CALL + "starting (Ljava/lang/Thread;)V";
    private static final String SUBMITTED = CALL + "submitted (Ljava/lang/Object;)V";
    private static final String RUNNING = CALL + "running (Ljava/lang/Object;)V";
    private static final String IN_CONTAINER = "start(Ljdk/internal/vm/ThreadContainer;)V";

    static List<JdkClasses> jdks() {
        return JdkClasses.all();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void each_way_to_start_a_thread_is_exactly_one_method_of_each_jdk(JdkClasses jdk) throws IOException {
        assertThat(changed(jdk, "java/lang/VirtualThread", STARTING)).containsExactly(IN_CONTAINER);
        assertThat(changed(jdk, "java/lang/Thread", STARTING)).containsExactlyInAnyOrder(IN_CONTAINER, "start()V");
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void each_way_to_give_a_pool_a_task_is_exactly_one_method_of_each_jdk(JdkClasses jdk) throws IOException {
        assertThat(changed(jdk, "java/util/concurrent/ScheduledThreadPoolExecutor", SUBMITTED))
                .containsExactly("delayedExecute(Ljava/util/concurrent/RunnableScheduledFuture;)V");
        byte[] pool = jdk.code("java/util/concurrent/ThreadPoolExecutor");
        Map<String, String> after = ClassText.methods(new LineageWeaver().weave(pool));

        assertThat(changed(jdk, "java/util/concurrent/ThreadPoolExecutor", null))
                .containsExactlyInAnyOrder(
                        "execute(Ljava/lang/Runnable;)V",
                        "runWorker(Ljava/util/concurrent/ThreadPoolExecutor$Worker;)V");
        assertThat(ClassText.count(after.get("execute(Ljava/lang/Runnable;)V"), SUBMITTED))
                .isEqualTo(1);
        assertThat(after.get("runWorker(Ljava/util/concurrent/ThreadPoolExecutor$Worker;)V"))
                .containsPattern(
                        "DUP\\s+INVOKESTATIC java/lang/SnagLineage\\.running \\(Ljava/lang/Object;\\)V\\s+INVOKEVIRTUAL"
                                + " java/util/concurrent/ThreadPoolExecutor\\.beforeExecute")
                .containsOnlyOnce(RUNNING);
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void as_many_places_are_found_as_there_are_to_be(JdkClasses jdk) throws IOException {
        for (String name : LineageWeaver.classes()) {
            var weaver = new LineageWeaver();
            weaver.weave(jdk.code(name));
            assertThat(weaver.places()).as(name).isEqualTo(LineageWeaver.placesIn(name));
        }
    }

    /** At the entry of each method that is changed stands this call, unless it is null. */
    private static Set<String> changed(JdkClasses jdk, String type, String call) throws IOException {
        byte[] code = jdk.code(type);
        byte[] woven = new LineageWeaver().weave(code);
        Map<String, String> before = ClassText.methods(code);
        Map<String, String> after = ClassText.methods(woven);
        ClassText.verify(woven);
        assertThat(ClassText.annotations(woven)).isEqualTo(ClassText.annotations(code));
        assertThat(ClassText.withoutMethods(woven)).isEqualTo(ClassText.withoutMethods(code));
        Set<String> changed = new HashSet<>(before.keySet());
        changed.removeIf(method -> before.get(method).equals(after.get(method)));
        for (String method : call == null ? Set.<String>of() : changed) {
            String text = after.get(method);
            assertThat(ClassText.count(text, CALL)).as(method).isEqualTo(1);
            assertThat(text.substring(text.indexOf("INVOKE"))).as(method).startsWith(call);
        }
        return changed;
    }

    /** Else a virtual thread would be noted twice, or the start through it not at all. */
    @ParameterizedTest
    @MethodSource("jdks")
    void the_other_start_of_a_virtual_thread_leads_to_the_woven_one(JdkClasses jdk) throws IOException {
        assertThat(ClassText.methods(jdk.code("java/lang/VirtualThread")).get("start()V"))
                .contains("java/lang/VirtualThread.start (Ljdk/internal/vm/ThreadContainer;)V");
    }

    @Test
    void another_class_stays_as_it_is() throws IOException {
        byte[] other = JdkClasses.all().getFirst().code("java/lang/ThreadGroup");
        var weaver = new LineageWeaver();

        byte[] woven = weaver.weave(other);

        assertThat(weaver.places()).isZero();
        assertThat(ClassText.methods(woven)).isEqualTo(ClassText.methods(other));
    }

    @Test
    void the_copy_of_its_class_is_renamed_throughout() throws IOException {
        byte[] code = BridgeClass.code(Lineage.class, BridgeClass.LINEAGE);

        assertThat(new ClassReader(code).getClassName()).isEqualTo(BridgeClass.LINEAGE);
        assertThat(new String(code, StandardCharsets.ISO_8859_1)).doesNotContain("dev/snag");
        ClassText.verify(code);
    }
}
