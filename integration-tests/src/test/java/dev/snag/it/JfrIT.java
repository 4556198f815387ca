package dev.snag.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.snag.jdks.Jdk;
import java.util.List;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JfrIT {
    private static final List<String> RECORDED = List.of("-XX:StartFlightRecording:filename=RECORDING");
    private static final List<String> CLASSES = List.of("-Xlog:class+load:file=RECORDING");
    private static final List<String> WITHOUT_MODULE =
            List.of("--limit-modules=java.base,java.instrument,java.management");

    static Stream<Jdk> jdks() {
        return InstalledJdks.chosen().stream();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void a_recording_of_somebody_else_has_our_event_and_keeps_the_jdks(Jdk jdk) throws Exception {
        for (String profile : List.of("dev", "prod")) {
            JfrRun run = JfrRun.of(jdk, "recorded-" + profile, "profile=" + profile, RECORDED, "initializer", "await");
            JsonObject line = run.report().occurrences().get(0);

            List<RecordedEvent> ours = run.recorded("dev.snag.CarrierHeld");
            assertThat(ours).as(run.outcome()::described).hasSize(1);
            RecordedEvent event = ours.get(0);
            assertThat(event.getString("id")).isEqualTo(line.get("id").getAsString());
            assertThat(event.getString("kind")).isEqualTo("PINNED");
            assertThat(event.getString("reason")).isEqualTo("CLASS_INIT");
            assertThat(event.getString("operation")).isEqualTo("Thread.sleep");
            assertThat(event.getString("virtualThread")).isEqualTo("held");
            assertThat(event.getString("fingerprint"))
                    .isEqualTo(line.get("fingerprint").getAsString());
            assertThat(event.getString("jar")).isEqualTo("test-classes");
            assertThat(event.getString("offender")).contains("JfrProgram.sleep");
            assertThat(event.getString("culprit")).contains("JfrProgram$Sleeping.<clinit>");
            assertThat(event.getString("stack")).contains("JfrProgram$Sleeping.<clinit>");
            assertThat(event.getDuration("heldFor").toMillis()).isBetween(400L, 30_000L);
            assertThat(event.getDuration("threshold").toMillis()).isEqualTo(100);
            assertThat(event.getInstant("heldSince")).isBefore(event.getStartTime());
            assertThat(event.getEventType().getLabel()).isEqualTo("Carrier Held");
            assertThat(event.getEventType().getCategoryNames()).containsExactly("Snag");
            assertThat(run.recorded("jdk.VirtualThreadPinned")).isNotEmpty();
            assertThat(run.outcome().stderr().contains("[snag]   why")).isEqualTo(profile.equals("dev"));
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void without_a_recording_nothing_of_jfr_is_loaded(Jdk jdk) throws Exception {
        JfrRun run = JfrRun.of(jdk, "classes", "", CLASSES, "initializer");

        String loaded = java.nio.file.Files.readString(run.folder().resolve("recording.jfr"));
        assertThat(run.report().occurrences()).hasSize(1);
        assertThat(loaded).contains("dev.snag.runtime.jfr.OwnEvents ");
        assertThat(loaded.lines().filter(line -> line.contains(" jdk.jfr.") || line.contains("CarrierHeldEvent")))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void with_nothing_to_record_there_is_no_event_of_ours(Jdk jdk) throws Exception {
        JfrRun run = JfrRun.of(jdk, "recorded-nothing", "", RECORDED, "nothing");

        assertThat(run.recorded("dev.snag.CarrierHeld")).isEmpty();
        assertThat(run.recorded("jdk.JVMInformation")).isNotEmpty();
        assertThat(run.outcome().stderr()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void g53_a_recording_of_somebody_else_has_its_events_and_no_shorter_ones_while_we_read(Jdk jdk) throws Exception {
        JfrRun run = JfrRun.of(jdk, "beside", "jfr=on", RECORDED, "initializer", "await");

        assertThat(run.recorded("jdk.VirtualThreadPinned"))
                .as(run.outcome()::described)
                .isNotEmpty();
        assertThat(run.recorded("jdk.CPULoad")).isNotEmpty();
        assertThat(run.recorded("dev.snag.CarrierHeld")).hasSize(1);
        for (String event : List.of("jdk.VirtualThreadPinned", "jdk.JavaMonitorEnter", "jdk.JavaMonitorWait")) {
            assertThat(run.recorded(event))
                    .allSatisfy(
                            each -> assertThat(each.getDuration().toMillis()).isGreaterThanOrEqualTo(20));
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void what_the_vm_says_of_a_hold_belongs_to_its_one_occurrence(Jdk jdk) throws Exception {
        boolean monitorsPin = jdk.feature() < 24;
        JfrRun run = JfrRun.of(jdk, "sensor", "jfr=on", List.of(), monitorsPin ? "monitor" : "initializer", "await");

        assertThat(run.report().occurrences()).as(run.outcome()::described).hasSize(1);
        JsonObject line = run.report().occurrences().get(0);
        assertThat(line.get("ongoing").getAsBoolean()).isFalse();
        assertThat(line.get("sensors").toString()).contains("\"monitor\"").contains("\"jfr\"");
        if (monitorsPin) {
            assertThat(Report.text(line, "kind")).contains("MONITOR");
            assertThat(Report.text(line, "monitor.class")).contains(JfrProgram.class.getName());
            assertThat(Report.text(line, "monitor.owner.name")).contains("owner");
        } else {
            assertThat(Report.text(line, "reason")).contains("CLASS_INIT");
            assertThat(line.get("why").getAsString()).contains("; the VM says: VM call to ");
        }
        assertThat(run.report().ofType("error")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void the_file_is_named_by_the_vm(Jdk jdk) throws Exception {
        JfrRun run = JfrRun.of(jdk, "file", "jfr=on", List.of(), "file", "await", "a-fifo");

        List<JsonObject> files = run.report().occurrences().stream()
                .filter(line -> Report.text(line, "category").orElse("").equals("FILE"))
                .toList();
        assertThat(files).as(run.outcome()::described).hasSize(1);
        assertThat(files.get(0).get("why").getAsString()).contains("the file is a-fifo");
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void a_thread_that_the_scheduler_rejects_is_told(Jdk jdk) throws Exception {
        List<String> opened = List.of("--add-opens=java.base/java.lang=ALL-UNNAMED");

        JfrRun run = JfrRun.of(jdk, "rejected", "jfr=on", opened, "rejected", "await");

        assertThat(run.outcome().stderr()).contains("[snag] the scheduler rejected virtual thread #");
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void with_nothing_to_report_both_outputs_are_clean(Jdk jdk) throws Exception {
        JfrRun run = JfrRun.of(jdk, "silent", "jfr=on", List.of(), "nothing", "await");

        assertThat(run.outcome().stdout()).isEqualTo("done\n");
        assertThat(run.outcome().stderr()).isEmpty();
        assertThat(run.report().ofType("error")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void without_the_module_it_is_named_and_survived(Jdk jdk) throws Exception {
        JfrRun run = JfrRun.of(jdk, "no-module", "jfr=on", WITHOUT_MODULE, "initializer");

        assertThat(run.outcome().status()).as(run.outcome()::described).isZero();
        JsonObject start = run.report().ofType("start").get(0);
        assertThat(Report.text(start, "sensors.jfr").orElse("none"))
                .startsWith("off: the module jdk.jfr is not in this JVM");
        assertThat(run.report().occurrences()).hasSize(1);
    }
}
