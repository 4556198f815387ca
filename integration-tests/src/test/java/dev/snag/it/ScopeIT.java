package dev.snag.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.jdks.Jdk;
import java.io.IOException;
import java.util.List;

/** Whose holds count, by the package of the offender. */
class ScopeIT {
    @EachJdk
    void an_offender_that_is_included_counts(Jdk jdk) throws Exception {
        assertThat(offenders(jdk, "included", "include=com.acme:dev.snag.it")).hasSize(1);
    }

    @EachJdk
    void one_that_is_not_does_not(Jdk jdk) throws Exception {
        assertThat(offenders(jdk, "not-included", "include=com.acme")).isEmpty();
    }

    @EachJdk
    void one_that_is_excluded_does_not(Jdk jdk) throws Exception {
        assertThat(offenders(jdk, "excluded", "exclude=com.acme:dev.snag.it")).isEmpty();
    }

    @EachJdk
    void one_that_is_not_excluded_counts(Jdk jdk) throws Exception {
        assertThat(offenders(jdk, "not-excluded", "exclude=com.acme")).hasSize(1);
    }

    /** The hold is long, as its offender must be seen before it ends. */
    private static List<String> offenders(Jdk jdk, String name, String option)
            throws IOException, InterruptedException {
        Stage stage = Stage.of(jdk, ScopeIT.class, name);
        Outcome outcome = stage.java("jvm", stage.reporting(option))
                .arguments(Programs.puppet("settle", "hold:1500"))
                .run();
        assertThat(outcome.status()).as(outcome::described).isZero();
        assertThat(stage.report().ofType("end")).as(outcome::described).hasSize(1);
        return stage.report().occurrences().stream()
                .map(hold -> Report.frame(hold, "offender"))
                .toList();
    }
}
