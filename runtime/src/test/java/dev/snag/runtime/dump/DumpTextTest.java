package dev.snag.runtime.dump;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.findings.ThreadRef;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DumpTextTest {

    private static final StackTraceElement AWAIT = new StackTraceElement("com.acme.Jobs", "await", "Jobs.java", 12);
    private static final StackTraceElement SERVE = new StackTraceElement("com.acme.Web", "serve", "Web.java", 40);

    private static DumpedThread waiting(long id, StackTraceElement... stack) {
        return new DumpedThread(
                new ThreadRef("job-" + id, id), Thread.State.WAITING, "a lock", null, -1, false, false, List.of(stack));
    }

    private static DumpedThread mounted(long id, boolean asks) {
        return new DumpedThread(
                new ThreadRef("web-" + id, id),
                Thread.State.RUNNABLE,
                null,
                new ThreadRef("worker-1", 30),
                1_203_000_000,
                true,
                asks,
                List.of(SERVE));
    }

    private static DumpedContainer container(String name, DumpedThread... threads) {
        return new DumpedContainer(name, null, List.of(threads), List.of());
    }

    private static String text(DumpedContainer... containers) {
        return DumpText.of(new Snapshot(List.of(containers), 4, 3, "platform thread \"main\" #1", true, 0));
    }

    @Test
    void g33_the_current_thread_is_marked_and_carriers_have_ages() {
        assertThat(text(container("<root>", mounted(43, true), mounted(44, false)))
                        .lines())
                .containsExactly(
                        "virtual threads: 2, of them mounted: 1; carriers: 4, idle: 3",
                        "asked for by platform thread \"main\" #1",
                        "<root>",
                        "  * \"web-43\" #43 RUNNABLE, on carrier \"worker-1\" #30 for 1203 ms, compensated",
                        "    at com.acme.Web.serve(Web.java:40)",
                        "  \"web-44\" #44 RUNNABLE, on carrier \"worker-1\" #30 for 1203 ms, compensated",
                        "    at com.acme.Web.serve(Web.java:40)");
    }

    @Test
    void g33_threads_that_wait_in_the_same_place_are_shown_once() {
        DumpedThread[] alike =
                LongStream.range(50, 1_050).mapToObj(id -> waiting(id, AWAIT)).toArray(DumpedThread[]::new);
        assertThat(text(container("<root>", alike)).lines().skip(2))
                .containsExactly(
                        "<root>",
                        "  \"job-50\" #50 WAITING on a lock",
                        "    at com.acme.Jobs.await(Jobs.java:12)",
                        "  and 999 more in the same place");
    }

    @Test
    void threads_that_wait_in_other_places_are_shown_each() {
        assertThat(text(container("<root>", waiting(50, AWAIT), waiting(51, SERVE), waiting(52, AWAIT, SERVE))))
                .doesNotContain("more in the same place");
    }

    @Test
    void g34_the_tree_shows_who_opened_what() {
        var scope = new DumpedContainer("scope", new ThreadRef("web-43", 43), List.of(waiting(60, AWAIT)), List.of());
        var executor = new DumpedContainer("pool", null, List.of(), List.of(scope));
        assertThat(text(executor).lines().skip(2))
                .containsExactly(
                        "pool",
                        "  scope, opened by \"web-43\" #43",
                        "    \"job-60\" #60 WAITING on a lock",
                        "      at com.acme.Jobs.await(Jobs.java:12)");
    }

    @Test
    void g35_empty_containers_are_not_printed() {
        var empty = new DumpedContainer("outer", null, List.of(), List.of(container("inner")));
        assertThat(text(empty)).doesNotContain("outer").doesNotContain("inner");
    }

    @Test
    void g34_with_tracking_off_it_says_what_is_not_known() {
        String text = DumpText.of(new Snapshot(List.of(), 1, 0, null, false, 7));
        assertThat(text)
                .contains("-Djdk.trackAllThreads=false")
                .contains("asked for by an attached tool")
                .contains("7 virtual threads beyond");
    }

    @Test
    void a_deep_stack_is_cut() {
        var deep = new StackTraceElement[50];
        java.util.Arrays.fill(deep, AWAIT);
        assertThat(text(container("<root>", waiting(50, deep)))).contains("... 10 more frames");
    }
}
