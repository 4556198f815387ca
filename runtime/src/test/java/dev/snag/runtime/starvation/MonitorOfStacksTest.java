package dev.snag.runtime.starvation;

import static dev.snag.runtime.starvation.Carriers.entersMonitor;
import static dev.snag.runtime.starvation.Carriers.pinnedByMonitor;
import static dev.snag.runtime.starvation.Carriers.waitsOnMonitor;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MonitorOfStacksTest {

    private static final String CACHE = "com.acme.Cache";

    @Test
    void a_monitor_that_several_carriers_wait_to_enter_is_named_with_the_one_that_is_pinned_by_it() {
        WhoseLock lock = MonitorOfStacks.of(
                List.of(entersMonitor(1, CACHE), pinnedByMonitor(2, CACHE), entersMonitor(3, CACHE)));
        assertThat(lock.lock().className()).isEqualTo(CACHE);
        assertThat(lock.lock().waiters()).isEqualTo(2);
        assertThat(lock.lock().owner().name()).isEqualTo("held-2");
        assertThat(lock.lock().state()).isEqualTo("WAITING");
    }

    @Test
    void where_two_own_monitors_of_that_class_none_is_named_as_the_owner() {
        WhoseLock lock = MonitorOfStacks.of(List.of(
                entersMonitor(1, CACHE),
                pinnedByMonitor(2, CACHE),
                entersMonitor(3, CACHE),
                pinnedByMonitor(4, CACHE)));
        assertThat(lock.lock().owner()).isNull();
        assertThat(lock.party()).isNull();
    }

    @Test
    void one_that_waits_to_enter_is_not_several() {
        assertThat(MonitorOfStacks.of(List.of(entersMonitor(1, CACHE), pinnedByMonitor(2, CACHE))))
                .isNull();
    }

    @Test
    void waiting_to_be_notified_is_no_wait_for_a_lock() {
        assertThat(MonitorOfStacks.of(List.of(waitsOnMonitor(1, CACHE), waitsOnMonitor(2, CACHE))))
                .isNull();
    }

    @Test
    void monitors_of_unknown_classes_are_not_taken_for_one() {
        assertThat(MonitorOfStacks.of(List.of(entersMonitor(1, null), entersMonitor(2, null))))
                .isNull();
    }
}
