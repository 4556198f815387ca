package dev.snag.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.jdks.Jdk;

/** A JVM without continuations has no carriers to hold: said in one line, and harmless. */
class NoContinuationsIT {
    @EachJdk
    void says_that_there_is_nothing_to_watch(Jdk jdk) throws Exception {
        Outcome outcome = Stage.of(jdk, NoContinuationsIT.class, "said")
                .java("jvm", "-XX:+UnlockExperimentalVMOptions", "-XX:-VMContinuations", Shipped.javaAgent(""))
                .arguments(Programs.puppet("hold:300", "threads", "bridge"))
                .run();
        assertThat(outcome.status()).as(outcome::described).isZero();
        assertThat(outcome.stdout()).as(outcome::described).isEqualTo("begun\ndid hold:300\nthreads: \nno bridge\n");
        assertThat(outcome.stderr())
                .as(outcome::described)
                .isEqualTo(
                        "[snag] this JVM has no continuations, so each virtual thread has a platform thread of its own"
                                + " and no carrier to hold: there is nothing to watch\n");
    }
}
