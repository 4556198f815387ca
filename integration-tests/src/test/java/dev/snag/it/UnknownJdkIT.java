package dev.snag.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.jdks.Jdk;

/**
 * A JDK that cannot be woven, as one to come may be: here another agent makes the class file unreadable. What is not seen
 * is said at start, and the program runs as it would.
 */
class UnknownJdkIT {
    @EachJdk
    void what_cannot_be_woven_is_named_and_the_program_goes_on(Jdk jdk) throws Exception {
        Stage stage = Stage.of(jdk, UnknownJdkIT.class, "unreadable");
        Outcome outcome = stage.java("jvm", AgentJar.optionFor("newer", stage.folder()), stage.reporting())
                .arguments(Programs.puppet("settle", "hold:1500"))
                .run();
        assertThat(outcome.status()).as(outcome::described).isZero();
        assertThat(outcome.stdout()).as(outcome::described).isEqualTo("begun\ndid settle\ndid hold:1500\n");
        assertThat(outcome.stderr().lines())
                .as(outcome::described)
                .anyMatch(line -> line.startsWith("[snag] sensor mount-hook is off: java.lang.VirtualThread cannot be"
                                + " transformed (java.lang.UnsupportedClassVersionError")
                        && line.endsWith("; no hold at all is seen"))
                .allMatch(line -> line.startsWith("[snag] "));
        assertThat(Report.text(stage.report().ofType("start").get(0), "sensors.mount-hook"))
                .as(outcome::described)
                .get()
                .asString()
                .startsWith("off: ");
        assertThat(stage.report().ofType("end").get(0).get("alive").getAsBoolean())
                .as(outcome::described)
                .isFalse();
    }
}
