package dev.snag.findings.policy;

import static dev.snag.findings.Occurrences.pinned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.snag.findings.Occurrences;
import dev.snag.findings.Place;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselineTest {

    private static final String HEAD = "# snag baseline 1\n";
    private static final BaselineLine A = new BaselineLine("000000000000000a", "CPU offender=a.A.a caller=-");
    private static final BaselineLine B = new BaselineLine("000000000000000b", "CPU offender=b.B.b caller=-");
    private static final BaselineLine C = new BaselineLine("0000000000000001", "MONITOR offender=a.A.a caller=-");

    @Test
    void a_line_names_kind_offender_and_caller_and_neither_line_nor_count() {
        assertThat(BaselineLine.of(pinned()))
                .hasToString("9f3c01ab77d2e4f0 PINNED(MONITOR) offender=com.acme.orders.OrderCache.load"
                        + " caller=com.acme.web.OrderHandler.serve");
        Place bare = new Place(null, null, null, List.of(), "02b6a1c4d5e6f708");
        assertThat(BaselineLine.of(Occurrences.with(pinned(), bare)))
                .hasToString("02b6a1c4d5e6f708 PINNED(MONITOR) offender=- caller=-");
    }

    @Test
    void the_text_is_sorted_and_the_same_whatever_came_first() throws PolicyError {
        String text = Baseline.of(List.of(C, B, A)).text();
        assertThat(text).isEqualTo(Baseline.of(List.of(A, B, C, A)).text());
        assertThat(text.lines().skip(2)).containsExactly(A.toString(), B.toString(), C.toString());
        assertThat(text).endsWith("\n").doesNotContain("\r");
        assertThat(Baseline.parse("b", text).text()).isEqualTo(text);
    }

    @Test
    void what_is_in_it_is_known_and_nothing_else() throws PolicyError {
        Baseline read = Baseline.parse("b", HEAD.replace("\n", "\r\n") + "\r\n" + A + "\r\n000000000000000b\r\n");
        assertThat(read.knows(A.fingerprint())).isTrue();
        assertThat(read.knows(B.fingerprint())).isTrue();
        assertThat(read.knows(C.fingerprint())).isFalse();
        assertThat(Baseline.NONE.knows(A.fingerprint())).isFalse();
    }

    @Test
    void it_ratchets_down_and_grows_only_where_it_is_told_to() {
        Baseline before = Baseline.of(List.of(A, B));
        assertThat(before.keeping(A.fingerprint()::equals).lines()).containsExactly(A);
        assertThat(before.keeping(C.fingerprint()::equals).lines()).isEmpty();
        assertThat(before.with(List.of(C)).lines()).containsExactly(A, B, C);
    }

    @Test
    void a_line_that_is_there_stays_as_it_is() {
        var renamed = new BaselineLine(A.fingerprint(), "CPU offender=z.Z.z caller=-");
        assertThat(Baseline.of(List.of(A)).with(List.of(renamed)).lines()).containsExactly(A);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                            | 1 | this is not a baseline of Snag, whose first line is '# snag baseline 1'; name another file
            'not one'                      | 1 | this is not a baseline of Snag
            '000000000000000a CPU'        | 1 | this is not a baseline of Snag
            '# snag baseline 2'           | 1 | this is a baseline of version '2', and this Snag reads version 1; use the Snag
            '# snag baseline 1/<<<<<<< a' | 2 | a merge conflict is left there; keep the lines of both sides and take the markers
            '# snag baseline 1//======='  | 3 | a merge conflict is left there
            '# snag baseline 1/CPU a.A.a' | 2 | it does not begin with the 16 hexadecimal digits of a snag; take the line out
            '# snag baseline 1/00000000A' | 2 | it does not begin with the 16 hexadecimal digits
            """)
    void a_file_that_cannot_be_trusted_is_refused(String lines, int line, String said) {
        assertThatThrownBy(() -> Baseline.parse("ci/known", lines.replace('/', '\n')))
                .isInstanceOf(PolicyError.class)
                .hasMessageStartingWith("ci/known, line " + line + ": " + said)
                .hasMessageNotContaining("\n");
    }
}
