package dev.snag.runtime.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.findings.Category;
import dev.snag.findings.Cause;
import dev.snag.findings.Kind;
import dev.snag.findings.PinReason;
import dev.snag.findings.Severity;
import dev.snag.runtime.diagnosis.Diagnosis;
import dev.snag.runtime.ledger.Ledger.Event;
import dev.snag.runtime.origins.Origin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AdviceFilesTest {

    private static final StackTraceElement PARK =
            new StackTraceElement(null, "java.base", "21.0.13", "jdk.internal.misc.Unsafe", "park", null, -2);
    private static final StackTraceElement DRIVER =
            new StackTraceElement("app", null, null, "org.postgresql.core.VisibleBufferedInputStream", "read", null, 1);
    private static final StackTraceElement USER =
            new StackTraceElement("app", null, null, "com.acme.Shop", "sell", null, 1);
    private static final Origin JDK = new Origin("java.base@21.0.13", null, null, false);
    private static final Origin POSTGRESQL = new Origin("postgresql-42.5.6.jar", "postgresql", "42.5.6", false);
    private static final Origin FOLDER = new Origin("classes", null, null, true);
    private static final List<Origin> ORIGINS = List.of(JDK, POSTGRESQL, FOLDER);

    @TempDir
    private Path folder;

    private final Ledger ledger = new Ledger();

    private String on(Path users, Diagnosis diagnosis) {
        return new AdviceFiles(users == null ? null : users.toFile(), 21, ledger).on(diagnosis, ORIGINS);
    }

    private static Diagnosis pinned(int culprit) {
        return diagnosis(Kind.PINNED, PinReason.MONITOR, null, culprit);
    }

    private static Diagnosis diagnosis(Kind kind, PinReason reason, Category category, int culprit) {
        var cause = new Cause(kind, reason, category, "LockSupport.park", null, List.of(), Map.of());
        return new Diagnosis(cause, Severity.ERROR, false, List.of(PARK, DRIVER, USER), 1, culprit, null, null);
    }

    @Test
    void the_librarys_version_is_told_where_the_library_owns_the_monitor() {
        assertThat(on(null, pinned(1))).startsWith("pgjdbc 42.5.6 synchronizes around its socket");
    }

    @Test
    void the_library_is_not_blamed_where_the_user_owns_the_monitor() {
        assertThat(on(null, pinned(2))).startsWith("Use a java.util.concurrent lock");
    }

    @Test
    void the_offender_is_blamed_where_the_culprit_is_the_jdks_or_not_known() {
        assertThat(on(null, pinned(0))).startsWith("pgjdbc 42.5.6 ");
        assertThat(on(null, pinned(-1))).startsWith("pgjdbc 42.5.6 ");
    }

    @Test
    void a_hold_without_a_stack_has_advice_all_the_same() {
        var cause = new Cause(Kind.CPU, null, null, null, null, List.of(), Map.of());
        var diagnosis = new Diagnosis(cause, Severity.WARNING, false, List.of(), -1, -1, null, null);

        assertThat(new AdviceFiles(null, 25, ledger).on(diagnosis, List.of())).startsWith("Run long computations");
    }

    @Test
    void the_users_own_advice_wins() throws Exception {
        Path users = Files.writeString(folder.resolve("own.json"), """
                {"advice": [{"name": "ours", "classes": "org.postgresql.", "mended": "none",
                             "say": "Ask the platform team.", "source": "wiki"}]}
                """);

        assertThat(on(users, pinned(1))).startsWith("Ask the platform team. It goes away on JDK 24");
        assertThat(on(users, pinned(2))).startsWith("Use a java.util.concurrent lock");
        ledger.note("end");
        assertThat(next()).isEqualTo(new Event.Noted("end"));
    }

    @Test
    void a_users_file_with_a_fault_is_told_with_its_line_once_and_the_shipped_advice_is_given() throws Exception {
        Path users = Files.writeString(folder.resolve("own.json"), "{\"advice\": [\n{\"nam\": 1}]}");
        var files = new AdviceFiles(users.toFile(), 21, ledger);

        assertThat(files.on(pinned(1), ORIGINS)).startsWith("pgjdbc 42.5.6 ");
        files.on(pinned(1), ORIGINS);
        ledger.note("end");

        assertThat(next()).isInstanceOfSatisfying(Event.Failed.class, failed -> {
            assertThat(failed.where()).isEqualTo("advice");
            assertThat(failed.message())
                    .startsWith("cannot use " + users + ": line 2: unknown field 'nam'")
                    .endsWith("; only the agent's own is given");
        });
        assertThat(next()).isEqualTo(new Event.Noted("end"));
    }

    @Test
    void a_users_file_that_is_not_there_is_told() {
        assertThat(on(folder.resolve("none.json"), pinned(1))).startsWith("pgjdbc");
        assertThat(next())
                .isInstanceOfSatisfying(
                        Event.Failed.class,
                        failed ->
                                assertThat(failed.message()).startsWith("cannot read " + folder.resolve("none.json")));
    }

    private Event next() {
        return ledger.nextNow();
    }
}
