package dev.snag.runtime.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SystemCallsTest {

    @Test
    void reading_is_about_a_descriptor_and_waiting_for_a_futex_is_not() {
        assertThat(SystemCalls.takesDescriptor("amd64", "0")).isTrue();
        assertThat(SystemCalls.takesDescriptor("amd64", "202")).isFalse();
        assertThat(SystemCalls.takesDescriptor("aarch64", "63")).isTrue();
        assertThat(SystemCalls.takesDescriptor("aarch64", "98")).isFalse();
    }

    @Test
    void the_numbers_of_one_table_say_nothing_in_the_other() {
        assertThat(SystemCalls.takesDescriptor("amd64", "63")).isFalse();
        assertThat(SystemCalls.takesDescriptor("aarch64", "0")).isFalse();
    }

    @Test
    void of_an_unknown_machine_and_of_a_thread_that_runs_nothing_is_told() {
        assertThat(SystemCalls.takesDescriptor("s390x", "3")).isFalse();
        assertThat(SystemCalls.takesDescriptor("amd64", "running")).isFalse();
    }
}
