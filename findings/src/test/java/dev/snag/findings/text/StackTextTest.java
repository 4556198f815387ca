package dev.snag.findings.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.findings.Frame;
import dev.snag.findings.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StackTextTest {

    private static final Frame OWN = new Frame("com.acme.Own", "go", 1, "own.jar", null);

    @Test
    void runs_of_jdk_frames_are_folded_but_never_the_top_frame() {
        assertThat(lines(null, null, null, jdk(1), jdk(2), jdk(3), OWN, jdk(4), jdk(5), jdk(6)))
                .containsExactly(
                        "  java.util.Jdk.m:1", "  ... 2 JDK frames", "  com.acme.Own.go:1", "  ... 3 JDK frames");
    }

    @Test
    void one_frame_alone_is_shown_since_folding_it_would_save_nothing() {
        assertThat(lines(null, null, null, OWN, jdk(1))).containsExactly("  com.acme.Own.go:1", "  java.util.Jdk.m:1");
    }

    @Test
    void a_marked_frame_is_never_folded() {
        assertThat(lines(null, null, jdk(3), jdk(1), jdk(2), jdk(3), jdk(4), jdk(5)))
                .containsExactly(
                        "  java.util.Jdk.m:1",
                        "  java.util.Jdk.m:2",
                        "> java.util.Jdk.m:3  <- culprit [java.base@21.0.13]",
                        "  ... 2 JDK frames");
    }

    @Test
    void of_a_recursion_only_the_topmost_frame_is_marked() {
        assertThat(lines(OWN, OWN, null, OWN, OWN))
                .containsExactly("> com.acme.Own.go:1  <- offender, caller [own.jar]", "  com.acme.Own.go:1");
    }

    @Test
    void frames_of_reflection_and_of_the_agent_are_folded_by_their_names() {
        Frame reflection = new Frame("java.lang.reflect.Method", "invoke", 580, "java.base@21.0.13", null);
        Frame agent = new Frame("dev.snag.runtime.Slots", "x", 1, null, null);
        assertThat(lines(null, null, null, OWN, reflection, reflection, OWN, agent, jdk(1), reflection))
                .containsExactly(
                        "  com.acme.Own.go:1",
                        "  ... 2 reflection frames",
                        "  com.acme.Own.go:1",
                        "  ... 3 JDK and reflection and agent frames");
    }

    @Test
    void what_only_looks_like_the_jdk_is_the_programs() {
        Frame mail = new Frame("com.sun.mail.Smtp", "send", 1, "mail.jar", "2");
        Frame inject = new Frame("javax.inject.Thing", "get", 1, "inject.jar", null);
        Frame fixture = new Frame("dev.snag.fixtures.Sleeps", "main", 1, "classes", null);
        assertThat(List.of(mail, inject, fixture)).allMatch(frame -> FrameOrigin.of(frame) == FrameOrigin.PROGRAM);
        Frame http = new Frame("com.sun.net.httpserver.Filter", "doFilter", 1, "jdk.httpserver@21.0.13", null);
        assertThat(FrameOrigin.of(http)).isEqualTo(FrameOrigin.JDK);
    }

    @Test
    void the_version_is_shown_where_the_jars_name_does_not_have_it() {
        Frame frame = new Frame("com.acme.A", "a", 0, "a.jar", "1.2");
        assertThat(lines(frame, null, null, frame)).containsExactly("> com.acme.A.a  <- offender [a.jar 1.2]");
    }

    @Test
    void a_very_deep_stack_is_cut_but_not_its_marked_frames() {
        var stack = new ArrayList<Frame>();
        for (int i = 0; i < 1_000; i++) {
            stack.add(new Frame("com.acme.Deep", "m", i + 1, null, null));
        }
        List<String> lines = StackText.lines(new Place(null, stack.get(900), null, stack, "f"), Extent.LONG);
        assertThat(lines).hasSize(1 + FoldedStack.MOST_SHOWN + 3);
        assertThat(lines.subList(FoldedStack.MOST_SHOWN + 1, lines.size()))
                .containsExactly("  ... 859 more frames", "> com.acme.Deep.m:901  <- caller", "  ... 99 more frames");
    }

    @Test
    void of_a_run_of_library_frames_its_ends_are_told() {
        Frame offender = library(0);
        var stack = new ArrayList<Frame>(List.of(jdk(1), offender));
        for (int i = 1; i <= 20; i++) {
            stack.add(library(i));
        }
        stack.addAll(List.of(OWN, new Frame("com.acme.web.Page", "show", 2, "web.jar", null)));
        for (int i = 30; i <= 60; i++) {
            stack.add(library(i));
        }
        var place = new Place(offender, OWN, null, stack, "f");

        assertThat(StackText.lines(place, Extent.BRIEF))
                .containsExactly(
                        "  java.util.Jdk.m:1",
                        "> org.library.Filter.m  <- offender [library.jar]",
                        "  org.library.Filter.m:1",
                        "  org.library.Filter.m:2",
                        "  org.library.Filter.m:3",
                        "  org.library.Filter.m:4",
                        "  org.library.Filter.m:5",
                        "  ... 12 more frames",
                        "  org.library.Filter.m:18",
                        "  org.library.Filter.m:19",
                        "  org.library.Filter.m:20",
                        "> com.acme.Own.go:1  <- caller [own.jar]",
                        "  com.acme.web.Page.show:2",
                        "  org.library.Filter.m:30",
                        "  org.library.Filter.m:31",
                        "  ... 29 more frames");
        assertThat(StackText.lines(place, Extent.LONG))
                .as("what explain tells")
                .contains("  org.library.Filter.m:10", "  org.library.Filter.m:40");
    }

    @Test
    void where_the_users_code_is_not_known_there_are_the_frames_next_to_the_offender() {
        Frame[] stack = IntStream.range(0, 30).mapToObj(StackTextTest::library).toArray(Frame[]::new);
        assertThat(StackText.lines(new Place(stack[0], null, null, List.of(stack), "f"), Extent.BRIEF))
                .hasSize(1 + LibraryFrames.SHOWN_ALONE + 1)
                .endsWith("  org.library.Filter.m:15", "  ... 14 more frames");
    }

    @Test
    void a_short_run_of_library_frames_stays_whole() {
        var stack = new ArrayList<Frame>();
        for (int i = 0; i < 10; i++) {
            stack.add(library(i));
        }
        stack.add(OWN);
        assertThat(StackText.lines(new Place(null, OWN, null, stack, "f"), Extent.BRIEF))
                .as("two frames are not worth a fold")
                .hasSize(11);
    }

    private static Frame library(int line) {
        return new Frame("org.library.Filter", "m", line, "library.jar", null);
    }

    private static Frame jdk(int line) {
        return new Frame("java.util.Jdk", "m", line, "java.base@21.0.13", null);
    }

    private static List<String> lines(Frame offender, Frame caller, Frame culprit, Frame... stack) {
        return StackText.lines(new Place(offender, caller, culprit, List.of(stack), "f"), Extent.LONG);
    }
}
