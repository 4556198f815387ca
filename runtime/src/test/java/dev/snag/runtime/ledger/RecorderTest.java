package dev.snag.runtime.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.runtime.connections.ConnectionReport;
import dev.snag.runtime.diagnosis.Stacks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

class RecorderTest {

    @TempDir
    private Path folder;

    @Test
    void a_finding_is_told_when_it_has_ended_and_written_at_once() {
        var recording = new Recording(folder).started();

        recording.record(new Ledger.Event.OverThreshold(Reports.ongoing(1, 100)));
        assertThat(recording.text.lines).isEmpty();
        assertThat(recording.file("occurrence")).singleElement().asString().contains("\"ongoing\":true");

        recording.record(new Ledger.Event.OverThreshold(Reports.ended(1, 150)));
        assertThat(recording.text.headlines())
                .singleElement()
                .asString()
                .startsWith("[snag] PINNED")
                .contains("150 ms: virtual thread", "appears to be blocked");
        assertThat(recording.file("occurrence")).hasSize(2).last().asString().contains("\"ongoing\":false");
    }

    @Test
    void one_that_lasts_for_a_second_is_told_while_it_goes_on_and_once_more_at_its_end() {
        var recording = new Recording(null).started();

        recording.record(new Ledger.Event.OverThreshold(Reports.ongoing(1, 999)));
        assertThat(recording.text.lines).isEmpty();
        recording.record(new Ledger.Event.OverThreshold(Reports.ongoing(1, 1_000)));
        assertThat(recording.text.headlines()).singleElement().asString().contains("so far");
        recording.record(new Ledger.Event.OverThreshold(Reports.ongoing(1, 2_000)));
        assertThat(recording.text.headlines()).hasSize(1);
        recording.record(new Ledger.Event.OverThreshold(Reports.ended(1, 2_500)));
        assertThat(recording.text.headlines()).hasSize(2).last().asString().startsWith("[snag] let go after 2500 ms");
    }

    @Test
    void of_a_snag_the_first_is_told_in_full_the_tenth_in_a_line_and_the_others_are_counted() {
        var recording = new Recording(folder).started();
        for (int i = 1; i <= 12; i++) {
            recording.ledger.overThreshold(Reports.ended(i, 150));
        }

        recording.end();

        assertThat(recording.text.lines.stream().filter(line -> line.contains(" time: ")))
                .singleElement()
                .asString()
                .startsWith("[snag] 10th time: PINNED");
        assertThat(recording.file("occurrence")).hasSize(12);
        assertThat(recording.file("end")).singleElement().asString().contains("\"occurrences\":12", "\"snags\":1");
    }

    @Test
    void too_many_connections_are_a_line_and_a_block_in_every_profile_and_no_finding() {
        var opener = new ConnectionReport.Opener(
                9, List.of(Stacks.jdk("sun.nio.ch.NioSocketImpl.connect:1"), Stacks.app("com.acme.Dao.load:7")));
        for (boolean prints : new boolean[] {true, false}) {
            var recording = new Recording(folder, prints).started();
            recording.ledger.connected(
                    new ConnectionReport("db", "10.0.0.5", 5432, 9, 8, 9, Reports.START, List.of(opener)));
            recording.ledger.connected(
                    new ConnectionReport("db", "10.0.0.5", 5432, 17, 8, 17, Reports.START, List.of(opener)));

            recording.end();

            assertThat(recording.text.lines)
                    .anyMatch(line -> line.startsWith("[snag] connections: 9 open at one time to db/10.0.0.5:5432,"))
                    .anyMatch(line -> line.startsWith("[snag] connections: 17 open at one time to db/10.0.0.5:5432,"))
                    .filteredOn(line -> line.contains("> com.acme.Dao.load:7  <- offender"))
                    .as("in full once, then in a line")
                    .hasSize(1);
            assertThat(recording.file("connections"))
                    .element(prints ? 0 : 2)
                    .asString()
                    .contains("\"count\":9", "\"limit\":8", "\"peak\":9", "\"class\":\"com.acme.Dao\"");
            assertThat(recording.file("end")).last().asString().contains("\"occurrences\":0");
        }
    }

    @Test
    void another_snag_is_told_in_full_as_well() {
        var recording = new Recording(null).started();

        recording.record(new Ledger.Event.OverThreshold(Reports.ended(1, 150)));
        recording.record(new Ledger.Event.OverThreshold(
                Reports.of(2, false, 150, Reports.reading(Stacks.app("com.acme.Other.read:5")))));

        assertThat(recording.text.headlines()).hasSize(2);
    }

    @Test
    void what_was_going_on_at_the_end_is_told_at_the_end() {
        var recording = new Recording(null).started();
        recording.ledger.overThreshold(Reports.ongoing(1, 120));

        recording.end();

        assertThat(recording.text.headlines()).singleElement().asString().contains("120 ms so far");
    }

    @Test
    void g38_with_printing_off_no_finding_is_told_and_all_is_still_recorded() {
        var recording = new Recording(folder, false).started();
        recording.ledger.overThreshold(Reports.ended(1, 150));
        recording.ledger.overThreshold(Reports.ended(2, 5_000));

        recording.end();

        assertThat(recording.text.headlines()).isEmpty();
        assertThat(recording.file("occurrence")).hasSize(2);
        assertThat(recording.file("end")).singleElement().asString().contains("\"occurrences\":2");
    }

    @Test
    void g58_the_last_line_counts_and_the_summary_says_the_same() {
        var recording = new Recording(folder).started();
        recording.ledger.overThreshold(Reports.ended(1, 150));
        recording.ledger.excused(Reports.excused(2, 300));

        recording.end();

        assertThat(recording.file("end"))
                .singleElement()
                .asString()
                .contains(
                        "\"alive\":true",
                        "\"holds\":12",
                        "\"pinnedParks\":3",
                        "\"occurrences\":1",
                        "\"snags\":1",
                        "\"excused\":1",
                        "\"dropped\":0",
                        "\"ownErrors\":0");
        assertThat(recording.file("excused")).singleElement().asString().contains("STOP_THE_WORLD");
        assertThat(recording.text.lines)
                .contains("[snag] alive, holds seen 12, snags 1, occurrences 1, excused 1, dropped 0, own errors 0")
                .last()
                .isEqualTo("[snag] report: " + folder.resolve("snags.jsonl"));
        assertThat(recording.text.closed).isTrue();
    }

    @Test
    void where_there_was_nothing_nothing_is_said() {
        var recording =
                new Recording(folder).started(Map.of("mount-hook", "on")).end();

        assertThat(recording.text.lines).isEmpty();
        assertThat(recording.file()).hasSize(2);
        assertThat(recording.file("start")).hasSize(1);
        assertThat(recording.file("end")).hasSize(1);
    }

    @Test
    void a_sensor_that_is_off_is_named_at_the_start() {
        var sensors = new LinkedHashMap<String, String>();
        sensors.put("mount-hook", "on");
        sensors.put("cpu-time", "off: no module; computing cannot be told");

        var recording = new Recording(folder).started(sensors);

        assertThat(recording.text.lines)
                .containsExactly("[snag] sensor cpu-time is off: no module; computing cannot be told");
        assertThat(recording.file("start")).singleElement().asString().contains("\"mount-hook\":\"on\"");
    }

    @Test
    void own_errors_are_told_once_and_all_are_counted_and_written() {
        var recording = new Recording(folder).started();
        for (int i = 0; i < 3; i++) {
            recording.ledger.warn("monitor", "stumbled");
        }
        recording.ledger.warn("monitor", "fell");

        recording.end();

        assertThat(recording.text.lines.stream().filter(line -> line.contains("stumbled")))
                .containsExactly("[snag] monitor: stumbled");
        assertThat(recording.text.lines).contains("[snag] monitor: fell");
        assertThat(recording.file("error")).hasSize(4);
        assertThat(recording.file("end")).singleElement().asString().contains("\"ownErrors\":4");
    }

    @Test
    void an_error_within_the_recorder_is_one_of_those_and_does_not_end_it() {
        var recording = new Recording(folder).started();
        recording.ledger.chore(() -> {
            throw new IllegalStateException("of a chore");
        });
        recording.ledger.overThreshold(Reports.ended(1, 150));

        recording.end();

        assertThat(recording.file("occurrence")).hasSize(1);
        assertThat(recording.file("end")).singleElement().asString().contains("\"ownErrors\":1");
    }

    @Test
    void notes_are_told_and_chores_are_done() {
        var done = new boolean[1];
        var recording = new Recording(null).started();
        recording.ledger.note("hello");
        recording.ledger.chore(() -> done[0] = true);

        recording.end();

        assertThat(recording.text.lines).containsExactly("[snag] hello");
        assertThat(done[0]).isTrue();
    }

    @Test
    void g37_a_sink_that_fails_does_not_stop_the_recording() {
        for (Exception failure : List.of(new IOException("pipe gone"), new IllegalStateException("sink broken"))) {
            var recording = new Recording(folder.resolve(failure.getMessage())).started();
            recording.text.failure = failure;
            for (int i = 1; i <= 20; i++) {
                recording.ledger.overThreshold(Reports.ended(i, 150));
            }

            recording.end();

            assertThat(recording.text.failed).isGreaterThan(1);
            assertThat(recording.file("occurrence")).hasSize(20);
            assertThat(recording.file("end"))
                    .singleElement()
                    .asString()
                    .contains("\"occurrences\":20", "\"ownErrors\":1");
            assertThat(recording.text.closed).isTrue();
        }
    }

    @Test
    void a_report_folder_that_cannot_be_is_told_and_findings_are_told_all_the_same() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        var recording = new Recording(file).started();
        recording.ledger.overThreshold(Reports.ended(1, 150));

        recording.end();

        assertThat(recording.text.lines.getFirst())
                .isEqualTo("[snag] report: cannot write to the report folder " + file + ": java.io.IOException: " + file
                        + " is a file, not a folder; findings are told but not kept. Name another folder with report=");
        assertThat(recording.text.headlines()).hasSize(1);
        assertThat(recording.text.lines).anyMatch(line -> line.endsWith("own errors 1"));
    }

    static boolean hasFullDevice() {
        return Files.isWritable(Path.of("/dev/full"));
    }

    @Test
    @EnabledIf("hasFullDevice")
    void a_full_disk_is_told_once_and_findings_are_told_and_counted_all_the_same() throws IOException {
        Files.createSymbolicLink(folder.resolve("snags.jsonl"), Path.of("/dev/full"));
        var recording = new Recording(folder).started();
        for (int i = 1; i <= 10; i++) {
            recording.ledger.overThreshold(Reports.ended(i, 150));
        }

        recording.end();

        assertThat(recording.text.lines.stream().filter(line -> line.contains("cannot write")))
                .singleElement()
                .asString()
                .startsWith("[snag] report: cannot write to " + folder.resolve("snags.jsonl") + ": ")
                .endsWith("; what cannot be written is lost, all is still told and counted");
        assertThat(recording.text.headlines()).hasSize(1);
        assertThat(recording.text.lines).anyMatch(line -> line.contains("occurrences 10"));
        Files.delete(folder.resolve("snags.jsonl"));
    }
}
