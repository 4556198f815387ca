package dev.snag.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What runs between a deadline and its line has nothing that the VM links at its first use. */
class FirstFindingIsQuickTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Frame",
                "UtcTime",
                "jsonl/EntryJson",
                "jsonl/JsonlWriter",
                "jsonl/Millis",
                "jsonl/WritableText",
                "text/FindingText",
                "text/FrameOrigin",
                "text/KindText",
                "text/LibraryFrames",
                "text/Mark",
                "text/Ordinal",
                "text/Page",
                "text/Span",
                "text/StackText"
            })
    void a_class_on_the_way_to_the_first_line_has_no_lambda_no_type_switch_and_no_linked_concatenation(String name)
            throws IOException {
        assertThat(bytes(name)).doesNotContain("BootstrapMethods");
    }

    @ParameterizedTest
    @ValueSource(strings = "tally/SnagTally")
    void one_that_has_would_be_seen(String name) throws IOException {
        assertThat(bytes(name)).contains("BootstrapMethods");
    }

    private static String bytes(String name) throws IOException {
        try (InputStream in = Frame.class.getResourceAsStream("/dev/snag/findings/" + name + ".class")) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
