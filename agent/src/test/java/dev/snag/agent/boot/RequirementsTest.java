package dev.snag.agent.boot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequirementsTest {

    @ParameterizedTest
    @ValueSource(ints = {11, 17, 20})
    void an_older_jdk_is_told_what_it_lacks(int feature) {
        assertThat(Requirements.unmet(feature, "/opt/jdk"))
                .isEqualTo("snag: needs JDK 21 or newer, which has virtual threads; this is " + feature
                        + " in /opt/jdk. Nothing is watched");
    }

    @ParameterizedTest
    @ValueSource(ints = {21, 25, 99})
    void a_newer_one_is_told_nothing(int feature) {
        assertThat(Requirements.unmet(feature, "/opt/jdk")).isNull();
    }

    @Test
    void this_jvm_lacks_nothing() {
        assertThat(Requirements.explainIfUnmet()).isFalse();
    }
}
