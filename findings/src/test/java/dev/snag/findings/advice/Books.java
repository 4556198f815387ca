package dev.snag.findings.advice;

import dev.snag.findings.Category;
import dev.snag.findings.Cause;
import dev.snag.findings.Kind;
import dev.snag.findings.PinReason;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Books and situations of the tests. */
final class Books {

    static final Code USER = new Code("com.acme.Shop", "shop", "1.0");

    private Books() {}

    static AdviceBook shipped() throws IOException, AdviceError {
        try (Reader text = new InputStreamReader(
                Objects.requireNonNull(AdviceBook.class.getResourceAsStream("advice.json")), StandardCharsets.UTF_8)) {
            return AdviceBook.read(text);
        }
    }

    static AdviceBook of(String text) throws AdviceError {
        return AdviceBook.read(new StringReader(text));
    }

    static Situation pinnedByMonitor(int jdk, Code... blamed) {
        return situation(Kind.PINNED, PinReason.MONITOR, null, "Thread.sleep", false, jdk, blamed);
    }

    static Situation situation(
            Kind kind,
            PinReason reason,
            Category category,
            String operation,
            boolean compensated,
            int jdk,
            Code... blamed) {
        var cause = new Cause(kind, reason, category, operation, null, List.of(), Map.of());
        return new Situation(cause, compensated, jdk, List.of(blamed));
    }
}
