package dev.snag.drivers.workload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class MarkerTest {

    @Test
    void a_line_is_read_as_it_was_written() {
        Marker marker = Marker.of(Marker.END, "read", 3, "");
        assertThat(Marker.parse(marker.toString())).contains(marker);
        assertThat(Marker.parse(Marker.of(Marker.DONE).toString())).contains(Marker.of(Marker.DONE));
    }

    @Test
    void a_field_cannot_break_the_line() {
        assertThat(Marker.of(Marker.ABSENT, "no\tsuch\nserver").fields()).containsExactly("no such server");
    }

    @Test
    void what_libraries_print_is_none_of_ours() {
        assertThat(Marker.parse("[lab]")).isEmpty();
        assertThat(Marker.parse("INFO\tdone")).isEmpty();
        assertThat(Marker.parse("")).isEmpty();
    }
}
