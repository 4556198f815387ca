package dev.snag.agent;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.File;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The edges between modules and packages, as docs/architecture.md draws them, and what is used where. */
class ArchitectureTest {

    private static final String RUNTIME = "dev.snag.runtime";
    private static final String AGENT = "dev.snag.agent";
    private static final JavaClasses SNAG = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/dev/snag/jdks/")) // of the tests
            .importPackages("dev.snag");

    @ParameterizedTest
    @ValueSource(
            strings = {"findings", "findings.jsonl", "runtime.bridge", "runtime.monitor", "agent.boot", "agent.cli"})
    void all_modules_are_looked_at(String part) {
        assertThat(SNAG).anyMatch(type -> type.getPackageName().equals("dev.snag." + part));
        assertThat(SNAG).noneMatch(type -> type.getSimpleName().equals("ArchitectureTest"));
    }

    /** A package's own, and of ours what it may use besides; separated by spaces. */
    @ParameterizedTest
    @CsvSource({
        "agent, agent.code agent.hooks agent.strict runtime runtime.connections runtime.creation runtime.dump runtime.gate"
                + " runtime.ledger runtime.options runtime.slots runtime.strict",
        "agent.boot, ''",
        "agent.cli, findings findings.check findings.merge findings.policy findings.report"
                + " findings.report.formats findings.report.sources findings.text runtime.options",
        "agent.code, runtime.ledger",
        "agent.hooks, runtime runtime.bridge runtime.gate",
        "agent.strict, agent.hooks findings runtime.bridge runtime.diagnosis runtime.options runtime.strict",
        "findings, ''",
        "findings.advice, findings",
        "findings.check, findings findings.jsonl findings.policy findings.text",
        "findings.jsonl, findings",
        "findings.merge, findings findings.check findings.jsonl findings.policy",
        "findings.policy, findings",
        "findings.report, findings findings.check findings.policy findings.text",
        "findings.report.formats, findings.report findings.report.github findings.report.gitlab"
                + " findings.report.html findings.report.markdown findings.report.sarif findings.report.xml",
        "findings.report.github, findings findings.check findings.report",
        "findings.report.gitlab, findings findings.report",
        "findings.report.html, findings findings.check findings.policy findings.report findings.text",
        "findings.report.markdown, findings findings.check findings.policy findings.report findings.text",
        "findings.report.sarif, findings findings.check findings.policy findings.report",
        "findings.report.sources, findings findings.report",
        "findings.report.xml, findings findings.check findings.report findings.text",
        "findings.tally, findings",
        "findings.text, findings findings.policy findings.tally",
        "runtime, findings runtime.connections runtime.creation runtime.excuse runtime.gate runtime.jfr runtime.jvm runtime.ledger"
                + " runtime.monitor runtime.options runtime.service runtime.slots runtime.strict"
                + " runtime.witness",
        "runtime.allow, ''",
        "runtime.bridge, ''",
        "runtime.connections, runtime.bridge",
        "runtime.creation, findings runtime.bridge",
        "runtime.diagnosis, findings runtime.jvm runtime.slots",
        "runtime.dump, findings runtime.jvm runtime.slots",
        "runtime.excuse, findings runtime.jvm",
        "runtime.gate, findings findings.policy findings.text runtime.bridge",
        "runtime.jfr, findings runtime.diagnosis",
        "runtime.jvm, findings",
        "runtime.ledger, findings findings.advice findings.jsonl findings.policy findings.tally"
                + " findings.text runtime.connections runtime.creation runtime.diagnosis runtime.excuse runtime.gate runtime.jfr"
                + " runtime.jvm runtime.monitor runtime.options runtime.origins runtime.slots runtime.starvation"
                + " runtime.strict runtime.tests",
        "runtime.monitor, findings runtime.diagnosis runtime.excuse runtime.jvm runtime.options"
                + " runtime.slots runtime.starvation runtime.tests",
        "runtime.options, findings findings.policy",
        "runtime.origins, runtime.diagnosis",
        "runtime.service, findings findings.jsonl findings.policy runtime.allow runtime.dump runtime.jvm"
                + " runtime.ledger runtime.monitor runtime.options runtime.slots runtime.stretch runtime.strict"
                + " runtime.tests",
        "runtime.slots, runtime.bridge",
        "runtime.starvation, findings runtime.diagnosis runtime.excuse runtime.jvm",
        "runtime.strict, findings runtime.bridge runtime.diagnosis runtime.jvm runtime.options runtime.tests"
                + " runtime.witness",
        "runtime.stretch, runtime.bridge runtime.jvm runtime.slots",
        "runtime.tests, findings findings.policy runtime.bridge runtime.options",
        "runtime.witness, findings runtime.diagnosis runtime.monitor",
    })
    void each_package_uses_only_what_flows_into_it(String part, String others) {
        var allowed = new ArrayList<String>(List.of("dev.snag." + part));
        Stream.of(others.split(" "))
                .filter(other -> !other.isEmpty())
                .forEach(other -> allowed.add("dev.snag." + other));

        classes()
                .that()
                .resideInAPackage("dev.snag." + part)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed.toArray(String[]::new))
                        .or(DescribedPredicate.not(resideInAPackage("dev.snag.."))))
                .check(SNAG);
    }

    @Test
    void no_package_is_forgotten_in_the_list_of_edges() throws ReflectiveOperationException {
        var listed = getClass()
                .getDeclaredMethod("each_package_uses_only_what_flows_into_it", String.class, String.class)
                .getAnnotation(CsvSource.class)
                .value();

        assertThat(SNAG.stream()
                        .map(type -> type.getPackageName().substring("dev.snag.".length()))
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(Stream.of(listed)
                        .map(row -> row.substring(0, row.indexOf(',')))
                        .toList());
    }

    @Test
    void no_packages_depend_on_each_other_in_a_circle() {
        slices().matching("dev.snag.(**)").should().beFreeOfCycles().check(SNAG);
    }

    @ParameterizedTest
    @CsvSource({
        "org.objectweb.asm.., agent.hooks agent.code agent.strict",
        "picocli.., agent.cli",
        "jdk.jfr.., runtime.jfr",
        "com.google.gson.., findings.jsonl findings.advice findings.report.gitlab findings.report.html"
                + " findings.report.sarif",
        "javax.xml.stream.., findings.report.xml",
    })
    void each_library_has_its_place(String library, String parts) {
        String[] users =
                Stream.of(parts.split(" ")).map(part -> "dev.snag." + part).toArray(String[]::new);

        classes()
                .that()
                .resideOutsideOfPackages(users)
                .should()
                .onlyDependOnClassesThat(DescribedPredicate.not(resideInAPackage(library)))
                .check(SNAG);
        assertThat(SNAG)
                .anyMatch(type -> type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(edge -> resideInAPackage(library).test(edge.getTargetClass())));
    }

    @Test
    void nothing_else_than_the_jdk_and_these_libraries_is_used() {
        classes()
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "dev.snag..",
                        "java..",
                        "javax.management..",
                        "javax.xml.stream..",
                        "com.sun.management..",
                        "jdk.jfr..",
                        "org.objectweb.asm..",
                        "picocli..",
                        "com.google.gson.."))
                .check(SNAG);
    }

    @Test
    void the_entry_points_use_the_jdk_alone() {
        classes()
                .that()
                .resideInAPackage(AGENT + ".boot")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(AGENT + ".boot", "java.."))
                .check(SNAG);
    }

    /** Of these each speaks before there is a recorder, or where there will be none. */
    @Test
    void only_what_speaks_before_the_recorder_uses_standard_error_and_nobody_standard_output() {
        var speakers = nameMatching("dev\\.snag\\.agent\\.(Refusal|RunningAgent|Gate|boot\\.(Requirements|SnagAgent))");

        noClasses().should().accessField(System.class, "out").check(SNAG);
        noClasses()
                .that(DescribedPredicate.not(speakers))
                .should()
                .accessField(System.class, "err")
                .check(SNAG);
        noClasses().should().callMethod(Throwable.class, "printStackTrace").check(SNAG);
    }

    @Test
    void nobody_logs_with_the_jdk_or_slf4j() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.util.logging..", "org.slf4j.."))
                .check(SNAG);
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(System.Logger.class)
                .check(SNAG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "runtime.diagnosis",
                "runtime.excuse",
                "runtime.starvation",
                "findings",
                "findings.text",
                "findings.tally"
            })
    void what_judges_and_what_words_it_are_given_the_time_and_touch_nothing_outside(String part) {
        noClasses()
                .that()
                .resideInAPackage("dev.snag." + part)
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "java.io..", "java.nio..", "java.net..", "java.lang.management..", "java.lang.reflect.."))
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "getProperty", String.class)
                .orShould()
                .callMethod(Instant.class, "now")
                .check(SNAG);
    }

    /** It would set up the default file system, which an application may still choose in its {@code main}. */
    @Test
    void the_default_file_system_is_touched_only_to_read_a_link_long_after_the_start() {
        noClasses()
                .that(resideInAnyPackage(RUNTIME + "..", AGENT + "..")
                        .and(DescribedPredicate.not(resideInAPackage(AGENT + ".cli")))
                        .and(DescribedPredicate.not(nameMatching("dev\\.snag\\.runtime\\.jvm\\.KernelThreads"))))
                .should()
                .dependOnClassesThat(resideInAPackage("java.nio.file.."))
                .orShould()
                .callMethod(File.class, "toPath")
                .check(SNAG);
    }

    @Test
    void the_classes_of_the_bridge_use_types_of_java_base_alone() {
        List<JavaClass> bridge = SNAG.stream()
                .filter(type -> type.getPackageName().equals(RUNTIME + ".bridge"))
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .toList();

        assertThat(bridge)
                .isNotEmpty()
                .allSatisfy(type -> assertThat(type.getDirectDependenciesFromSelf())
                        // One another too: all that one of them names is renamed to what is in java.lang.
                        .allMatch(edge -> edge.getTargetClass().getPackageName().startsWith("java.")
                                || bridge.contains(edge.getTargetClass())));
    }

    /** The exit bridge halts a JVM that is halting, with the gate's status. */
    @Test
    void nobody_exits_the_jvm_but_the_command_line_and_the_gate() {
        noClasses()
                .that(DescribedPredicate.not(
                        nameMatching("dev\\.snag\\.(agent\\.boot\\.SnagMain|runtime\\.bridge\\.ExitBridge)")))
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)
                .orShould()
                .callMethod(Runtime.class, "exit", int.class)
                .check(SNAG);
    }

    @Test
    void these_rules_find_what_they_forbid() {
        assertThatThrownBy(() -> noClasses()
                        .that(alwaysTrue())
                        .should()
                        .accessField(System.class, "err")
                        .check(SNAG))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Refusal");
    }
}
