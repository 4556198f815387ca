package dev.snag.runtime.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.findings.Occurrence;
import dev.snag.findings.Verdict;
import dev.snag.runtime.bridge.Lineage;
import dev.snag.runtime.tests.TestScope;
import dev.snag.runtime.tests.TestScopes;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the recorder makes of holds that belong to a test. */
class FindingsOfTestsTest {

    @TempDir
    private Path folder;

    private TestScopes scopes;
    private Recording recording;

    /** As the engine's service does. */
    private final class ToScopes implements Audience {
        @Override
        public boolean hears(Occurrence occurrence, List<String> lines, Consumer<List<String>> edited) {
            return false;
        }

        @Override
        public List<List<String>> dismiss(long millis) {
            return List.of();
        }

        @Override
        public boolean followsTests() {
            return true;
        }

        @Override
        public void recorded(Occurrence judged, TestScope test) {
            scopes.found(judged, test);
        }
    }

    @BeforeEach
    void begin() throws ReflectiveOperationException {
        scopes = new TestScopes(Lineage.class);
        recording = new Recording(folder, true, new ToScopes()).started();
    }

    private TestScope open(String rules) throws Exception {
        return scopes.open("com.acme.CacheTest.loads", null, rules, null);
    }

    @Test
    void the_line_and_the_text_name_the_test_and_the_test_has_the_finding() throws Exception {
        TestScope test = open("");

        recording.record(new Ledger.Event.OverThreshold(Reports.of(test, Reports.ended(1, 150))));

        assertThat(recording.file("occurrence"))
                .singleElement()
                .asString()
                .contains("\"test\":\"com.acme.CacheTest.loads\"");
        assertThat(recording.text.lines).contains("[snag]   test   com.acme.CacheTest.loads");
        assertThat(scopes.close(test))
                .singleElement()
                .satisfies(finding -> assertThat(finding.policy()).isNull());
    }

    @Test
    void one_of_no_test_names_none() {
        recording.record(new Ledger.Event.OverThreshold(Reports.ended(1, 150)));

        assertThat(recording.file("occurrence")).singleElement().asString().doesNotContain("\"test\":");
        assertThat(scopes.takeOthers()).hasSize(1);
    }

    @Test
    void what_the_test_allows_is_allowed_everywhere_and_not_told() throws Exception {
        TestScope test = open("PINNED * because it is expected");

        recording.record(new Ledger.Event.OverThreshold(Reports.of(test, Reports.ended(1, 150))));
        recording.record(new Ledger.Event.OverThreshold(Reports.ended(2, 150)));

        assertThat(recording.file("occurrence").get(0)).contains("\"policy\":\"ALLOWED_BY_RULE\"");
        assertThat(recording.file("occurrence").get(1)).doesNotContain("\"policy\"");
        assertThat(recording.text.headlines()).hasSize(1);
        assertThat(scopes.close(test))
                .singleElement()
                .satisfies(finding -> assertThat(finding.policy()).isEqualTo(Verdict.ALLOWED_BY_RULE));
    }

    @Test
    void a_test_does_not_wait_for_what_the_vm_recorded_but_the_file_does() throws Exception {
        TestScope test = open("");
        recording.record(new Ledger.Event.VmSaid(List.of(), true));

        recording.record(new Ledger.Event.OverThreshold(Reports.of(test, Reports.ended(1, 150))));
        recording.record(new Ledger.Event.OverThreshold(Reports.ended(2, 150)));

        assertThat(recording.file("occurrence")).isEmpty();
        assertThat(scopes.takeOthers()).hasSize(1);
        assertThat(test.name()).isEqualTo("com.acme.CacheTest.loads");
        assertThat(scopes.close(test)).hasSize(1);
        recording.record(new Ledger.Event.VmSaid(List.of(), false));
        assertThat(recording.file("occurrence")).hasSize(2);
        assertThat(scopes.takeOthers()).isEmpty();
    }
}
