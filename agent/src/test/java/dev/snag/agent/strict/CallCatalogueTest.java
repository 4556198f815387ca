package dev.snag.agent.strict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.agent.hooks.ClassText;
import dev.snag.agent.hooks.JdkClasses;
import dev.snag.agent.strict.CallRow.What;
import dev.snag.findings.Category;
import dev.snag.runtime.options.StrictRules;
import dev.snag.runtime.options.StrictRules.OwnRule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the catalogue against the real classes of each JDK: BlockHound lost {@code Thread.sleep} for want of this. */
class CallCatalogueTest {

    private static final String ENTER = "INVOKESTATIC java/lang/SnagCalls.enter ";
    private static final String EXIT = "INVOKESTATIC java/lang/SnagCalls.exit ";

    static List<JdkClasses> jdks() {
        return JdkClasses.all();
    }

    private static Map<String, List<CallRow>> byOwner(JdkClasses jdk) throws IOException {
        var owners = new TreeMap<String, List<CallRow>>();
        for (CallRow row : CallCatalogue.of(jdk.feature())) {
            owners.computeIfAbsent(row.owner(), owner -> new ArrayList<>()).add(row);
        }
        return owners;
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void each_row_matches_a_method_with_code(JdkClasses jdk) throws IOException {
        var unmatched = new ArrayList<CallRow>();
        for (var owner : byOwner(jdk).entrySet()) {
            CallWeaver.Result result = CallWeaver.weave(jdk.code(owner.getKey()), owner.getValue());
            for (CallRow row : owner.getValue()) {
                if (result == null || !result.woven().contains(row)) {
                    unmatched.add(row);
                }
            }
        }

        assertThat(unmatched).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void what_is_woven_verifies_and_differs_in_those_methods_alone(JdkClasses jdk) throws IOException {
        for (var owner : byOwner(jdk).entrySet()) {
            byte[] code = jdk.code(owner.getKey());
            byte[] woven = CallWeaver.weave(code, owner.getValue()).code();

            ClassText.verify(woven);
            Map<String, String> before = ClassText.methods(code);
            Map<String, String> after = ClassText.methods(woven);
            assertThat(List.copyOf(after.keySet())).isEqualTo(List.copyOf(before.keySet()));
            Set<String> differ = new HashSet<>(before.keySet());
            differ.removeIf(method -> before.get(method).equals(after.get(method)));
            assertThat(differ)
                    .isNotEmpty()
                    .allMatch(method -> owner.getValue().stream()
                            .anyMatch(row -> row.is(
                                    method.substring(0, method.indexOf('(')), method.substring(method.indexOf('(')))));
            assertThat(ClassText.annotations(woven)).isEqualTo(ClassText.annotations(code));
            assertThat(ClassText.withoutMethods(woven)).isEqualTo(ClassText.withoutMethods(code));
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void each_entry_and_each_exit_is_hooked(JdkClasses jdk) throws IOException {
        byte[] code = jdk.code("java/io/RandomAccessFile");
        byte[] woven = CallWeaver.weave(code, byOwner(jdk).get("java/io/RandomAccessFile"))
                .code();

        String before = ClassText.methods(code).get("read([BII)I");
        String after = ClassText.methods(woven).get("read([BII)I");
        assertThat(ClassText.count(after, ENTER)).isEqualTo(1);
        assertThat(ClassText.count(after, EXIT)).isEqualTo(ClassText.count(before, "    IRETURN\n") + 1);
        assertThat(after.substring(after.indexOf("INVOKE"))).startsWith(ENTER);
    }

    @Test
    void every_category_has_rows_but_those_that_need_none() throws IOException {
        var without = EnumSet.allOf(Category.class);
        CallCatalogue.of(25).forEach(row -> without.remove(row.category()));

        // Standard streams are files to the JDK, native methods are the library's, own rules the user's.
        assertThat(without).containsExactlyInAnyOrder(Category.CONSOLE, Category.NATIVE, Category.OWN_RULE);
    }

    @Test
    void only_what_the_rules_need_is_woven() throws IOException {
        assertThat(CallCatalogue.of(rules(Set.of(Category.DNS), false)))
                .filteredOn(row -> row.what() == What.CALL)
                .isNotEmpty()
                .allMatch(row -> row.category() == Category.DNS);
        assertThat(CallCatalogue.of(rules(Set.of(), true)))
                .extracting(CallRow::what)
                .containsExactly(What.PINNED);
        assertThat(CallCatalogue.of(rules(Set.of(Category.CONSOLE), false)))
                .anyMatch(row -> row.category() == Category.FILE);
        assertThat(CallCatalogue.of(rules(Set.of(Category.NATIVE), false))).anyMatch(row -> row.what() == What.FOREIGN);
    }

    @Test
    void a_rule_of_the_users_own_is_a_row() throws IOException {
        var rules = new StrictRules(Set.of(), false, List.of(new OwnRule("com.acme.Legacy", "call")));

        assertThat(CallCatalogue.of(rules))
                .contains(new CallRow(What.CALL, Category.OWN_RULE, "com/acme/Legacy", "call", null));
    }

    private static StrictRules rules(Set<Category> categories, boolean pinned) {
        return new StrictRules(categories, pinned, List.of());
    }
}
