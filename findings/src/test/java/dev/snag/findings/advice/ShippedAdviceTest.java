package dev.snag.findings.advice;

import static dev.snag.findings.advice.Books.pinnedByMonitor;
import static dev.snag.findings.advice.Books.situation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.findings.Category;
import dev.snag.findings.Kind;
import dev.snag.findings.PinReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ShippedAdviceTest {

    @Test
    void every_rule_has_a_source_and_every_librarys_a_release_or_none() throws Exception {
        assertThat(all()).hasSizeGreaterThan(40).allSatisfy(rule -> {
            assertThat(rule.sources()).as(rule.name()).isNotEmpty().doesNotContain("");
            if (rule.library() != null && !rule.mended().equals("none")) {
                assertThat(Version.of(rule.mended())).as(rule.name()).isPresent();
            }
        });
    }

    @Test
    void every_rule_says_whole_sentences() throws Exception {
        assertThat(all()).allSatisfy(rule -> {
            assertThat(rule.say()).matches("[A-Zpc].*\\.").doesNotContain("\n");
            if (rule.sayUnversioned() != null) {
                assertThat(rule.sayUnversioned()).matches("[A-Zpc].*\\.").doesNotContain("{");
            }
        });
    }

    @Test
    void a_library_that_is_mended_is_told_up_to_that_release_and_not_from_it_on() throws Exception {
        for (Rule rule : all()) {
            if (rule.library() != null && !rule.mended().equals("none")) {
                Version mended = Version.of(rule.mended()).orElseThrow();
                Code code = new Code(
                        rule.library().classes().getFirst() + "X",
                        rule.library().artifacts().getFirst(),
                        mended.text());
                assertThat(rule.library().versions().before()).as(rule.name()).isEqualByComparingTo(mended);
                assertThat(rule.library().in(List.of(code))).as(rule.name()).isEmpty();
            }
        }
    }

    @Test
    void no_rule_is_hidden_by_one_before_it() throws Exception {
        List<Rule> advice = Books.shipped().advice();
        for (int i = 0; i < advice.size(); i++) {
            Rule rule = advice.get(i);
            boolean hidden = false;
            for (Rule earlier : advice.subList(0, i)) {
                hidden |= earlier.library() == null && earlier.condition().equals(rule.condition());
            }
            assertThat(hidden).as(rule.name()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "org.postgresql.core.VisibleBufferedInputStream | postgresql | 42.5.6 |"
                        + " pgjdbc 42.5.6 synchronizes around its socket; 42.6.0 and newer use locks: upgrade.",
                "org.postgresql.core.VisibleBufferedInputStream | app | 1.0 |"
                        + " pgjdbc before 42.6.0 synchronizes around its socket; 42.6.0 and newer use locks: see which"
                        + " version this is, and upgrade.",
                "org.postgresql.core.QueryExecutor | postgresql | 42.7.4 |"
                        + " Use a java.util.concurrent lock instead of synchronized there, or do not block inside of it.",
                "com.mysql.cj.protocol.ReadAheadInputStream | mysql-connector-j | 8.4.0 |"
                        + " MySQL Connector/J 8.4.0 synchronizes around its socket; 9.0.0 and newer use locks: upgrade.",
                "com.mysql.cj.protocol.ReadAheadInputStream | mysql-connector-j | 9.0.0 |"
                        + " Use a java.util.concurrent lock instead of synchronized there, or do not block inside of it.",
                "org.mariadb.jdbc.internal.io.input.ReadAheadBufferedStream | mariadb-java-client | 2.7.12 |"
                        + " MariaDB Connector/J 2.7.12 synchronizes around its socket; 3.0.8 and newer use locks:"
                        + " upgrade.",
                "org.h2.engine.SessionLocal | h2 | 2.2.220 |"
                        + " H2 2.2.220 holds the session's monitor for a whole statement; 2.2.222 and newer use locks:"
                        + " upgrade.",
                "org.postgresqlfork.Driver | postgresql | 42.5.6 |"
                        + " Use a java.util.concurrent lock instead of synchronized there, or do not block inside of it."
            })
    void a_monitor_of_a_library_is_told_by_its_version(
            String className, String artifact, String version, String sentence) throws Exception {
        assertThat(Books.shipped().on(pinnedByMonitor(21, new Code(className, artifact, version))))
                .isEqualTo(sentence + " It goes away on JDK 24 and newer, where monitors no longer pin (JEP 491).");
    }

    @Test
    void the_culprit_is_asked_before_the_offender() throws Exception {
        var map = new Code("java.util.concurrent.ConcurrentHashMap", "java.base@21", null);

        assertThat(Books.shipped().on(pinnedByMonitor(21, map, new Code("org.postgresql.X", "postgresql", "42.5.6"))))
                .startsWith("pgjdbc 42.5.6 ");
        assertThat(Books.shipped().on(pinnedByMonitor(21, map, Books.USER))).startsWith("ConcurrentHashMap computes");
    }

    @Test
    void sqlite_is_told_for_its_native_code_and_not_for_a_file() throws Exception {
        var sqlite = new Code("org.sqlite.core.NativeDB", "sqlite-jdbc", "3.54.1.0");

        assertThat(Books.shipped()
                        .on(situation(Kind.BLOCKING_CALL, null, Category.NATIVE, "NativeDB.step", false, 25, sqlite)))
                .startsWith("SQLite waits");
        assertThat(Books.shipped().on(situation(Kind.BLOCKING_CALL, null, Category.FILE, "X.open0", false, 25, sqlite)))
                .startsWith("Make this call");
    }

    @Test
    void a_library_is_not_blamed_for_a_native_frame() throws Exception {
        var code = new Code("org.postgresql.X", "postgresql", "42.5.6");

        assertThat(Books.shipped()
                        .on(situation(Kind.PINNED, PinReason.NATIVE_FRAME, null, "Thread.sleep", false, 21, code)))
                .doesNotContain("pgjdbc");
    }

    @Test
    void files_get_worse_where_the_jdk_added_a_carrier_and_locks_of_files_do_not() throws Exception {
        assertThat(file("FileInputStream.read0", true, 21)).contains("It gets worse on JDK 24");
        assertThat(file("UnixFileDispatcherImpl.lock0", true, 21)).doesNotContain("worse");
        assertThat(file("FileInputStream.read0", false, 25)).doesNotContain("worse");
    }

    private static String file(String operation, boolean compensated, int jdk) throws Exception {
        return Books.shipped()
                .on(situation(Kind.BLOCKING_CALL, null, Category.FILE, operation, compensated, jdk, Books.USER));
    }

    @Test
    void a_version_that_is_not_known_is_not_made_up() throws Exception {
        for (Rule rule : all()) {
            if (rule.library() != null) {
                var code = new Code(rule.library().classes().getFirst() + "X", null, null);
                assertThat(rule.library().in(List.of(code)).orElseThrow().version())
                        .isEqualTo(Optional.empty());
            }
        }
    }

    private static List<Rule> all() throws Exception {
        AdviceBook book = Books.shipped();
        var all = new ArrayList<>(book.advice());
        all.addAll(book.outlook());
        return all;
    }
}
