package dev.snag.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.snag.benchmarks.fork.BenchmarkFailed;
import org.junit.jupiter.api.Test;

class PageTest {
    private static final String PAGE = """
            # Performance
            <!-- results: mounts -->
            Not run yet.
            <!-- end of results -->
            between
            <!-- results: echo -->
            old
            <!-- end of results -->
            """;

    @Test
    void aFragmentTakesTheWholePlaceAndLeavesTheOthers() {
        assertThat(Page.with(PAGE, "echo", "| $1 |\n")).isEqualTo("""
                        # Performance
                        <!-- results: mounts -->
                        Not run yet.
                        <!-- end of results -->
                        between
                        <!-- results: echo -->

                        | $1 |

                        <!-- end of results -->
                        """);
    }

    @Test
    void theResultsOfAQuickRunAreRefused() {
        assertThatThrownBy(() -> Page.with(PAGE, "echo", Results.QUICK + "\n\ntable"))
                .isInstanceOf(BenchmarkFailed.class)
                .hasMessageContaining("without --quick");
    }

    @Test
    void aPageWithoutThePlaceIsRefused() {
        assertThatThrownBy(() -> Page.with(PAGE, "storm", "table"))
                .isInstanceOf(BenchmarkFailed.class)
                .hasMessageContaining("<!-- results: storm -->");
    }
}
