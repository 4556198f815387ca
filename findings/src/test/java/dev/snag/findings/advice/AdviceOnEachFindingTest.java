package dev.snag.findings.advice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.findings.Category;
import dev.snag.findings.Kind;
import dev.snag.findings.PinReason;
import dev.snag.findings.text.Golden;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** All that a finding can be, with what is said on it in {@code golden/advice.txt} for a person to read. */
final class AdviceOnEachFindingTest {

    private record Case(Kind kind, PinReason reason, Category category, String operation) {

        String on(AdviceBook book, int jdk, boolean compensated) {
            return book.on(Books.situation(kind, reason, category, operation, compensated, jdk, Books.USER));
        }

        @Override
        public String toString() {
            return kind
                    + (reason == null ? "" : " " + reason)
                    + (category == null ? "" : " " + category)
                    + (operation == null ? "" : " " + operation);
        }
    }

    private static List<Case> cases() {
        var cases = new ArrayList<Case>();
        for (Kind kind : Kind.values()) {
            switch (kind) {
                case PINNED ->
                    Arrays.stream(PinReason.values())
                            .forEach(reason -> cases.add(new Case(kind, reason, null, "Thread.sleep")));
                case MONITOR -> {
                    for (String operation : List.of("monitor enter", "Object.wait")) {
                        cases.add(new Case(kind, null, null, operation));
                        cases.add(new Case(kind, PinReason.NATIVE_FRAME, null, operation));
                        cases.add(new Case(kind, PinReason.CLASS_INIT, null, operation));
                    }
                }
                case BLOCKING_CALL -> {
                    Arrays.stream(Category.values())
                            .forEach(category -> cases.add(new Case(kind, null, category, "Some.call0")));
                    cases.add(new Case(kind, null, Category.FILE, "UnixFileDispatcherImpl.lock0"));
                    cases.add(new Case(kind, null, Category.FILE, "FileDispatcherImpl.force0"));
                }
                case STARVATION -> {} // its advice follows from the lock, and is no rule
                default -> cases.add(new Case(kind, null, null, null));
            }
        }
        return cases;
    }

    @Test
    void the_sentences_are_those_of_the_golden_file() throws Exception {
        AdviceBook book = Books.shipped();
        var lines = new ArrayList<String>();
        for (int jdk : List.of(21, 25, 26)) {
            for (Case each : cases()) {
                for (boolean compensated : List.of(false, true)) {
                    lines.add("JDK " + jdk + " " + each + (compensated ? " compensated" : "") + ":");
                    lines.add("    " + each.on(book, jdk, compensated));
                }
            }
        }
        Golden.check("advice", lines);
    }

    @Test
    void every_finding_on_21_to_23_says_what_later_jdks_change_and_none_on_26_does() throws Exception {
        AdviceBook book = Books.shipped();
        for (Case each : cases()) {
            for (int jdk : List.of(21, 22, 23)) {
                assertThat(each.on(book, jdk, false)).as("%s", each).matches(".*JDK 2[46] and newer.*");
            }
            assertThat(each.on(book, 26, false)).as("%s", each).isNotBlank().doesNotContain("and newer");
        }
    }
}
