package dev.snag.samples.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablesTest {

    @TempDir
    private Path folder;

    @Test
    void as_text_each_type_is_a_row_and_what_was_found_follows() {
        assertThat(Tables.text(RunOfTwo.run()))
                .contains(
                        "virtual threads, no pool                   20       40     2000      600       200    3.3       100      9.0")
                .contains("virtual threads, no pool: 100 connections at one time, limit 50\n"
                        + "  Then 2000 virtual threads at once: 100 done, 1900 refused (\"FATAL: <too many>\")\n")
                .contains("virtual threads: nothing\n");
    }

    @Test
    void as_json_nothing_is_rounded() {
        JsonObject json = JsonParser.parseString(Tables.json(RunOfTwo.run())).getAsJsonObject();

        JsonObject second = json.getAsJsonArray("types").get(1).getAsJsonObject();
        assertThat(json.get("clients").getAsInt()).isEqualTo(128);
        assertThat(second.get("type").getAsString()).isEqualTo("no-pool");
        assertThat(second.get("cpuPercent").getAsDouble()).isEqualTo(3.25);
        assertThat(second.getAsJsonObject("burst").get("failed").getAsInt()).isEqualTo(1_900);
        assertThat(json.getAsJsonArray("types").get(0).getAsJsonObject().has("burst"))
                .isFalse();
    }

    @Test
    void a_page_quotes_the_run_between_its_marks_and_has_picture_and_json_beside_it() throws IOException {
        Path page = folder.resolve("types.md");
        Files.writeString(page, "# Types\n<!-- measured -->\nold\n<!-- /measured -->\nprose\n");

        Page.quote(page, RunOfTwo.run());

        assertThat(Files.readString(page))
                .startsWith("# Types\n<!-- measured -->\n| |")
                .endsWith("<!-- /measured -->\nprose\n")
                .contains("| 600 (60 %) | 200 (20 %) |")
                .doesNotContain("old");
        assertThat(Files.readString(folder.resolve("types.svg"))).contains("<svg");
        assertThat(Files.readString(folder.resolve("types.json"))).isEqualTo(Tables.json(RunOfTwo.run()));
    }

    @Test
    void a_page_without_marks_is_refused() {
        assertThatThrownBy(() -> Page.with("no marks", "x")).hasMessageContaining("lacks the marks");
    }
}
