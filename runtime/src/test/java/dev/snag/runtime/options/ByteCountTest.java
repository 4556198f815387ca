package dev.snag.runtime.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteCountTest {

    @ParameterizedTest
    @CsvSource({"512, 512", "1k, 1024", "512m, 536870912", "512MB, 536870912", "1.5g, 1610612736", "2 t, 2199023255552"
    })
    void a_number_with_or_without_a_unit_is_bytes(String text, long bytes) {
        assertThat(ByteCount.parse(text)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "NONE"})
    void off_is_no_limit(String text) {
        assertThat(ByteCount.parse(text)).isEqualTo(MemoryLimits.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "m", "0", "-1m", "many", "1x", "NaN", "1e300g"})
    void all_else_is_refused(String text) {
        assertThat(ByteCount.parse(text)).isZero();
    }

    @Test
    void a_bad_value_is_named_with_its_place() {
        assertThatThrownBy(() -> Options.read("max-memory=much", Map.of(), Map.of(), new File("")))
                .isInstanceOf(OptionError.class)
                .hasMessage(
                        "bad value 'much' for max-memory in the agent's argument; write a number above 0 with k, m or g,"
                                + " such as 512m, or off");
    }

    @Test
    void g59_there_is_no_limit_unless_one_is_set() {
        assertThat(Options.read("", Map.of(), Map.of(), new File("")).memory().any())
                .isFalse();
        assertThat(Options.read("max-memory.heap=1m", Map.of(), Map.of(), new File(""))
                        .memory())
                .isEqualTo(new MemoryLimits(MemoryLimits.NONE, 1 << 20));
    }
}
