package dev.snag.runtime.options;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.findings.Category;
import dev.snag.runtime.options.StrictRules.OwnRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictRulesTest {

    private static StrictRules of(String argument) {
        return Given.nothing().argument(argument).read().strict();
    }

    @ParameterizedTest
    @CsvSource({
        "profile=dev, none",
        "profile=prod, none",
        "profile=test, FILE:DNS:PROCESS:SELECTOR:NETWORK:PINNED",
        "profile=ci, FILE:DNS:PROCESS:SELECTOR:NETWORK:PINNED",
    })
    void each_profile_has_its_rules(String argument, String rules) {
        assertThat(of(argument).text()).isEqualTo(rules);
        assertThat(Given.nothing().argument(argument).read().shown()).containsEntry("strict", rules);
    }

    @Test
    void categories_and_methods_may_be_mixed() {
        StrictRules rules = of("strict=dns: Pinned :com.acme.Legacy#call");

        assertThat(rules.categories()).containsExactly(Category.DNS);
        assertThat(rules.pinned()).isTrue();
        assertThat(rules.own()).containsExactly(new OwnRule("com.acme.Legacy", "call"));
        assertThat(rules.text()).isEqualTo("DNS:PINNED:com.acme.Legacy#call");
    }

    @Test
    void all_are_all_but_the_users_own_which_must_be_named() {
        assertThat(of("strict=all").categories())
                .hasSize(Category.values().length - 1)
                .doesNotContain(Category.OWN_RULE);
    }

    @Test
    void none_takes_a_profiles_rules_away() {
        assertThat(of("profile=ci,strict=none").any()).isFalse();
        assertThat(of("profile=ci,strict=").any()).isFalse();
    }

    @Test
    void what_is_none_of_these_is_refused_with_those_that_there_are() {
        Given.nothing()
                .argument("strict=FILES")
                .isRefusedWith("bad value 'FILES' for strict in the agent's argument; 'FILES' is none of FILE, DNS,"
                        + " PROCESS, CONSOLE, SELECTOR, NETWORK, CLASS_LOADING, NATIVE, PINNED, all, none or a method such"
                        + " as com.acme.Legacy#call");
        Given.nothing()
                .argument("strict=com.acme.Legacy#call()")
                .isRefusedWith(
                        "bad value 'com.acme.Legacy#call()' for strict in the agent's argument; write a method as"
                                + " com.acme.Legacy#call, without parentheses");
    }
}
