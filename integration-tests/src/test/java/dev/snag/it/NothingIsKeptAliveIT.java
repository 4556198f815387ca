package dev.snag.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.it.programs.LettingGo;
import dev.snag.jdks.Jdk;

/** What the application lets go of can be collected, although a finding was made of it. */
class NothingIsKeptAliveIT {
    @EachJdk
    void g55_neither_virtual_thread_nor_class_loader_nor_scheduler_nor_carrier(Jdk jdk) throws Exception {
        Stage stage = Stage.of(jdk, NothingIsKeptAliveIT.class, "dropped");
        Outcome outcome = stage.java("jvm", "--add-opens", "java.base/java.lang=ALL-UNNAMED", stage.reporting())
                .arguments(Programs.run(LettingGo.class))
                .run();
        assertThat(outcome.status()).as(outcome::described).isZero();
        assertThat(stage.report().occurrences())
                .as(outcome::described)
                .anyMatch(hold -> Report.text(hold, "thread.name").orElse("").equals("worker"));
        assertThat(outcome.stdout().lines())
                .as(outcome::described)
                .contains(
                        "virtual thread is collected",
                        "class loader is collected",
                        "scheduler is collected",
                        "carrier is collected");
    }
}
