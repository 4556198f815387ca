package dev.snag.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.jdks.Jdk;

/** A program that ends before the watch is set up waits for it where there is something to tell. */
class ShortProgramIT {

    @EachJdk
    void its_only_hold_is_told_although_nobody_has_looked_yet(Jdk jdk) throws Exception {
        Outcome ended = Stage.of(jdk, ShortProgramIT.class, "held")
                .java("jvm", Shipped.javaAgent("max-blocking-time=5ms"))
                .arguments(Programs.puppet())
                .arguments("hold:20")
                .run();

        assertThat(ended.status()).as(ended::described).isZero();
        assertThat(ended.stderr()).as(ended::described).contains("[snag] PINNED (");
    }
}
