package dev.snag;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The agent's calls, made by the test. */
class FromAgentTest {

    private final List<String> heard = new ArrayList<>();
    private final List<SnagListener> added = new ArrayList<>();

    private void add(SnagListener listener) {
        added.add(listener);
        Snag.addListener(listener);
    }

    @AfterEach
    void removeAll() {
        added.forEach(Snag::removeListener);
    }

    private static Map<String, Object> fields() {
        var fields = new HashMap<String, Object>();
        fields.put("id", "1-1");
        fields.put("kind", "PINNED");
        fields.put("reason", "MONITOR");
        fields.put("duration", 120_000_000L);
        fields.put("threshold", 100_000_000L);
        fields.put("time", Instant.EPOCH);
        fields.put("threadName", "order-17");
        fields.put("threadId", 43L);
        fields.put("carrierName", "worker-1");
        fields.put("carrierId", 31L);
        fields.put("operation", null);
        fields.put("stack", List.of(new StackTraceElement("com.acme.Jobs", "run", "Jobs.java", 12)));
        fields.put("of-a-later-agent", 1);
        return fields;
    }

    private static Object call(Object... call) {
        return FromAgent.INSTANCE.apply(call);
    }

    @Test
    void g39_a_finding_arrives_with_all_that_it_has() {
        var occurrences = new ArrayList<SnagOccurrence>();
        add(new SnagListener() {
            @Override
            public void occurred(SnagOccurrence occurrence) {
                occurrences.add(occurrence);
            }
        });
        call("occurred", fields(), new ArrayList<>(List.of("a line")));
        SnagOccurrence occurrence = occurrences.getFirst();
        assertThat(occurrence.kind()).isEqualTo("PINNED");
        assertThat(occurrence.reason()).contains("MONITOR");
        assertThat(occurrence.category()).isEmpty();
        assertThat(occurrence.operation()).isEmpty();
        assertThat(occurrence.duration()).isEqualTo(Duration.ofMillis(120));
        assertThat(occurrence.threshold()).isEqualTo(Duration.ofMillis(100));
        assertThat(occurrence.threadId()).isEqualTo(43);
        assertThat(occurrence.carrierName()).isEqualTo("worker-1");
        assertThat(occurrence.stack()).hasSize(1);
        assertThat(occurrence).hasToString("PINNED 120 ms, virtual thread \"order-17\" #43");
    }

    @Test
    void g40_an_edit_of_one_listener_is_seen_by_the_next_and_by_the_agent() {
        add(new SnagListener() {
            @Override
            public void occurred(SnagOccurrence occurrence) {
                occurrence.lines().add("another");
            }
        });
        add(new SnagListener() {
            @Override
            public void occurred(SnagOccurrence occurrence) {
                heard.addAll(occurrence.lines());
            }
        });
        var lines = new ArrayList<>(List.of("a line"));
        call("occurred", fields(), lines);
        assertThat(lines).containsExactly("a line", "another").isEqualTo(heard);
    }

    @Test
    void g42_a_listener_that_throws_keeps_nothing_from_the_next() {
        add(new SnagListener() {
            @Override
            public void occurred(SnagOccurrence occurrence) {
                throw new StackOverflowError();
            }
        });
        add(new SnagListener() {
            @Override
            public void occurred(SnagOccurrence occurrence) {
                heard.add(occurrence.id());
            }
        });
        call("occurred", fields(), new ArrayList<>());
        assertThat(heard).containsExactly("1-1");
    }

    @Test
    void g44_one_veto_is_enough() {
        add(new SnagListener() {});
        Object[] question = {"mayTakeStack", "order-17", 43L, "worker-1", 31L, 50_000_000L};
        assertThat(call(question)).isEqualTo(true);
        add(new SnagListener() {
            @Override
            public boolean mayTakeStack(HeldThread held) {
                heard.add(held.toString());
                return false;
            }
        });
        add(new SnagListener() {});
        assertThat(call(question)).isEqualTo(false);
        assertThat(heard.getFirst()).contains("order-17").contains("PT0.05S");
    }

    @Test
    void g60_memory_arrives_at_listeners() {
        add(new SnagListener() {
            @Override
            public void memoryChanged(MemoryLevel level) {
                heard.add(level.what() + level.over());
            }
        });
        call("memory", Map.of("what", "heap in use", "used", 2L, "limit", 1L, "over", true), null);
        assertThat(heard).containsExactly("heap in usetrue");
    }

    @Test
    void a_call_of_a_later_agent_is_no_error() {
        assertThat(call("something new", 1, 2)).isNull();
    }
}
