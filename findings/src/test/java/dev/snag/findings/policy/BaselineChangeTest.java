package dev.snag.findings.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BaselineChangeTest {

    private static final BaselineLine OLD = new BaselineLine("00000000000000aa", "CPU offender=a caller=a");
    private static final BaselineLine KEPT = new BaselineLine("00000000000000bb", "CPU offender=b caller=b");
    private static final BaselineLine NEW = new BaselineLine("00000000000000cc", "CPU offender=c caller=c");

    private static BaselineChange change(boolean add) {
        return BaselineChange.of(Baseline.of(List.of(OLD, KEPT)), List.of(NEW, KEPT), add);
    }

    @Test
    void what_is_not_found_any_more_goes_and_what_is_new_stays_out() {
        assertThat(change(false).after().lines()).containsExactly(KEPT);
        assertThat(change(false).lines("known.txt", "--add"))
                .containsExactly(
                        "- " + OLD,
                        "new, not taken in: " + NEW,
                        "known.txt: 1 snag, 1 taken out, 1 new (--add takes them in)");
    }

    @Test
    void what_is_new_comes_in_where_that_is_asked_for() {
        assertThat(change(true).after().lines()).containsExactly(KEPT, NEW);
        assertThat(change(true).lines("known.txt", "--add"))
                .containsExactly("- " + OLD, "+ " + NEW, "known.txt: 2 snags, 1 taken out, 1 taken in");
    }
}
