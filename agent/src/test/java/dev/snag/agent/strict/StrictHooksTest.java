package dev.snag.agent.strict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.findings.Category;
import dev.snag.runtime.options.StrictRules;
import dev.snag.runtime.options.StrictRules.OwnRule;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class StrictHooksTest {

    private static final StrictRules FILES = new StrictRules(Set.of(Category.FILE), false, List.of());

    private final List<String> failures = new ArrayList<>();

    private StrictHooks hooks(PlayedJvm jvm, StrictRules rules, Function<Object[], Object> plugins) throws IOException {
        return new StrictHooks(jvm.view(), rules, plugins, (where, failure) -> failures.add(where + ": " + failure));
    }

    @Test
    void what_is_loaded_already_is_woven_and_nothing_else() throws IOException {
        var jvm = new PlayedJvm(File.class, FileInputStream.class, String.class);

        StrictHooks hooks = hooks(jvm, FILES, null);

        assertThat(hooks.install()).isEqualTo("on");
        assertThat(jvm.changed(File.class)).isNotNull();
        assertThat(jvm.changed(FileInputStream.class)).isNotNull();
        assertThat(jvm.changed(String.class)).isNull();
    }

    @Test
    void g69_is_instrumented_is_true_for_what_was_woven_alone() throws IOException {
        StrictHooks hooks = hooks(new PlayedJvm(File.class, FileInputStream.class), FILES, null);
        hooks.install();

        assertThat(hooks.test("java.io.File", "exists")).isTrue();
        assertThat(hooks.test("java.io.FileInputStream", "read")).isTrue();
        assertThat(hooks.test("java.io.File", "getName")).isFalse();
        assertThat(hooks.test("java.io.RandomAccessFile", "read")).isFalse(); // not loaded here
    }

    @Test
    void g71_classes_that_cannot_be_transformed_give_one_warning_that_names_them_and_the_consequence()
            throws IOException {
        var jvm = new PlayedJvm(File.class, FileInputStream.class, RandomAccessFile.class)
                .unmodifiable(FileInputStream.class)
                .unmodifiable(RandomAccessFile.class);

        assertThat(hooks(jvm, FILES, null).install())
                .isEqualTo("partly off: cannot transform java.io.FileInputStream, java.io.RandomAccessFile"
                        + " (java.lang.instrument.UnmodifiableClassException: java.io.FileInputStream), so calls of"
                        + " their methods are not seen");
        assertThat(jvm.changed(File.class)).isNotNull();
    }

    @Test
    void g72_a_plugin_can_veto_a_class_before_it_is_transformed_and_hears_of_the_others_in_order() throws IOException {
        var events = new ArrayList<String>();
        var jvm = new PlayedJvm(File.class, FileInputStream.class);
        StrictHooks hooks = hooks(jvm, FILES, call -> {
            events.add(call[0] + " " + call[1]);
            return call[0].equals("mayInstrument") ? !call[1].equals("java.io.File") : null;
        });

        assertThat(hooks.install())
                .isEqualTo(
                        "partly off: cannot transform java.io.File (a plugin does not want it), so calls of their methods"
                                + " are not seen");
        assertThat(jvm.changed(File.class)).isNull();
        assertThat(events)
                .containsExactly(
                        "mayInstrument java.io.File",
                        "mayInstrument java.io.FileInputStream",
                        "instrumented java.io.FileInputStream");
    }

    @Test
    void a_plugin_that_throws_forbids_nothing_and_is_told() throws IOException {
        var jvm = new PlayedJvm(File.class);

        hooks(jvm, FILES, call -> {
                    throw new IllegalStateException("on purpose");
                })
                .install();

        assertThat(jvm.changed(File.class)).isNotNull();
        assertThat(failures).contains("plugin: java.lang.IllegalStateException: on purpose");
    }

    @Test
    void a_plugin_is_not_asked_of_what_it_loads_itself() throws IOException {
        var asked = new ArrayList<Object>();
        var inner = new Object[1];
        Function<Object[], Object> plugin = call -> {
            asked.add(call[1]);
            return ((Instrumented) inner[0]).may("nested");
        };
        inner[0] = new Instrumented(plugin, (where, failure) -> {});

        assertThat(((Instrumented) inner[0]).may("outer")).isTrue();
        assertThat(asked).containsExactly("outer");
    }

    @Test
    void a_rule_of_the_users_that_matches_nothing_is_known() throws IOException {
        var rules = new StrictRules(
                Set.of(),
                false,
                List.of(new OwnRule(StrictHooksTest.class.getName(), "hooks"), new OwnRule("com.acme.Legacy", "call")));
        var jvm = new PlayedJvm(StrictHooksTest.class);
        StrictHooks hooks = hooks(jvm, rules, null);
        hooks.install();

        assertThat(jvm.changed(StrictHooksTest.class)).isNotNull();
        assertThat(hooks.unused()).containsExactly("com.acme.Legacy#call");
    }

    private static final class WithNative {
        @SuppressWarnings("unused")
        static native void call();
    }

    @Test
    void g71_native_methods_that_were_loaded_before_are_named() throws IOException {
        var rules = new StrictRules(Set.of(Category.NATIVE), false, List.of());

        assertThat(hooks(new PlayedJvm(WithNative.class, String.class), rules, null)
                        .install())
                .isEqualTo(
                        "partly off: the native methods of dev.snag.agent.strict.StrictHooksTest$WithNative were loaded"
                                + " before the agent, so calls of them are not seen; put it on the command line");
        assertThat(hooks(new PlayedJvm(String.class), rules, null).install()).isEqualTo("on");
    }
}
