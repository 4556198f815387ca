package dev.snag.runtime.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.findings.Category;
import dev.snag.findings.Cause;
import dev.snag.findings.Frame;
import dev.snag.findings.Kind;
import dev.snag.findings.PinReason;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    private static final Frame LOAD = frame("com.acme.Cache", "load", 88);
    private static final Frame SERVE = frame("com.acme.Handler", "serve", 41);

    private static Frame frame(String type, String method, int line) {
        return new Frame(type, method, line, "orders-1.2.jar", "1.2");
    }

    private static Frame jdk(String type, String method, int line, String version) {
        return new Frame(type, method, line, "java.base@" + version, null);
    }

    private static Cause cause(Kind kind, PinReason reason, Category category) {
        return new Cause(kind, reason, category, "Thread.sleep", null, List.of(), Map.of());
    }

    private static final Cause CALL = cause(Kind.BLOCKING_CALL, null, Category.FILE);

    @Test
    void it_is_sixteen_hexadecimal_digits_the_same_in_each_run() {
        assertThat(Fingerprint.of(CALL, LOAD, SERVE, null))
                .matches("[0-9a-f]{16}")
                .isEqualTo(Fingerprint.of(CALL, LOAD, SERVE, null));
    }

    @Test
    void lines_and_versions_do_not_count() {
        Frame moved = new Frame("com.acme.Cache", "load", 99, "orders-1.3.jar", "1.3");

        assertThat(Fingerprint.of(CALL, moved, SERVE, null)).isEqualTo(Fingerprint.of(CALL, LOAD, SERVE, null));
    }

    @Test
    void neither_do_the_numbers_of_lambdas() {
        assertThat(Fingerprint.of(CALL, frame("com.acme.Cache", "lambda$load$1", 5), SERVE, null))
                .isEqualTo(Fingerprint.of(CALL, frame("com.acme.Cache", "lambda$load$7", 5), SERVE, null));
        assertThat(Fingerprint.of(CALL, frame("com.acme.Cache$$Lambda/0x01", "run", 0), SERVE, null))
                .isEqualTo(Fingerprint.of(CALL, frame("com.acme.Cache$$Lambda$14", "run", 0), SERVE, null));
    }

    @Test
    void neither_do_those_of_proxies() {
        assertThat(Fingerprint.of(CALL, LOAD, frame("com.acme.$Proxy134", "count", 0), null))
                .isEqualTo(Fingerprint.of(CALL, LOAD, frame("com.acme.$Proxy137", "count", 0), null))
                .isNotEqualTo(Fingerprint.of(CALL, LOAD, frame("com.acme.$Proxy134", "save", 0), null));
    }

    @Test
    void neither_does_a_culprit_of_the_jdk() {
        assertThat(Fingerprint.of(CALL, LOAD, SERVE, jdk("java.io.FileInputStream", "read0", 0, "21.0.5")))
                .isEqualTo(Fingerprint.of(CALL, LOAD, SERVE, jdk("java.io.RandomAccessFile", "readBytes0", 3, "27")));
    }

    @Test
    void of_computing_no_culprit_counts() {
        Cause cpu = cause(Kind.CPU, null, null);

        assertThat(Fingerprint.of(cpu, LOAD, SERVE, frame("com.acme.Inner", "loop", 1)))
                .isEqualTo(Fingerprint.of(cpu, LOAD, SERVE, frame("com.acme.Inner", "other", 1)));
    }

    @Test
    void of_pinning_what_pins_counts_and_not_where_it_parks() {
        Cause pinned = cause(Kind.PINNED, PinReason.MONITOR, null);

        assertThat(Fingerprint.of(pinned, LOAD, SERVE, SERVE))
                .isEqualTo(Fingerprint.of(pinned, frame("com.acme.Other", "park", 1), SERVE, SERVE));
        assertThat(Fingerprint.of(pinned, LOAD, SERVE, SERVE)).isNotEqualTo(Fingerprint.of(pinned, LOAD, SERVE, LOAD));
    }

    @Test
    void kind_reason_category_and_frames_make_different_snags() {
        assertThat(List.of(
                        Fingerprint.of(CALL, LOAD, SERVE, null),
                        Fingerprint.of(cause(Kind.BLOCKING_CALL, null, Category.DNS), LOAD, SERVE, null),
                        Fingerprint.of(cause(Kind.PINNED, PinReason.MONITOR, null), LOAD, SERVE, null),
                        Fingerprint.of(cause(Kind.PINNED, PinReason.CLASS_INIT, null), LOAD, SERVE, null),
                        Fingerprint.of(CALL, SERVE, SERVE, null),
                        Fingerprint.of(CALL, LOAD, LOAD, null),
                        Fingerprint.of(CALL, LOAD, null, null),
                        Fingerprint.of(CALL, null, null, null)))
                .doesNotHaveDuplicates();
    }
}
