package dev.snag.drivers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.snag.drivers.catalogue.Catalogue;
import dev.snag.drivers.catalogue.Row;
import dev.snag.drivers.result.Outcome;
import dev.snag.drivers.result.Results;
import dev.snag.drivers.run.LabFolders;
import dev.snag.drivers.run.Laboratory;
import dev.snag.drivers.run.Maven;
import dev.snag.jdks.Jdks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/**
 * Runs rows and asserts the verdicts that {@code docs/drivers.json} has of them: with {@code -Dsnag.jdks=all} the quick ones on JDK 21
 * and 25, else two releases of H2 on one JDK, so that the lab itself is known to work.
 */
final class DriversIT {
    private static final List<Integer> JDKS = List.of(21, 25);

    private final Catalogue catalogue = Catalogue.shipped();
    private final Jdks jdks = Jdks.installed();

    @TestFactory
    @Timeout(value = 20, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    List<DynamicTest> verdicts_are_those_of_the_table() throws Exception {
        assumeTrue(!features().isEmpty(), "neither JDK 21 nor 25 is there");
        Results known = Results.read(Path.of(property("snag.lab.docs"), "drivers.json"));
        var tests = new ArrayList<DynamicTest>();
        laboratory()
                .run(
                        rows(),
                        features(),
                        outcome -> tests.add(dynamicTest(
                                outcome.row() + " on JDK " + outcome.jdk(), () -> assertAsKnown(outcome, known))));
        return tests;
    }

    private static void assertAsKnown(Outcome outcome, Results known) {
        // What this machine does not have is left out, and said; the report of the tests has it as skipped.
        assumeTrue(
                outcome.isMeasured() || !outcome.failure().contains("is not to be had"),
                () -> outcome.row() + " is left out: " + outcome.failure());
        assertThat(outcome.failure()).isNull();
        assertThat(known.all())
                .filteredOn(each -> each.row().equals(outcome.row()) && each.jdk() == outcome.jdk())
                .as("%s, which found %s", outcome.row(), outcome.allEvidence())
                .extracting(Outcome::verdict)
                .containsExactly(outcome.verdict());
    }

    private List<Row> rows() {
        if (all()) {
            return catalogue.rows().stream()
                    .filter(row -> row.library().quick())
                    .toList();
        }
        return List.of(
                catalogue.named("h2-2.2.220").getFirst(), catalogue.named("h2").getLast());
    }

    /** Those of both that are there; without the switch the first of them. */
    private List<Integer> features() {
        List<Integer> there =
                JDKS.stream().filter(feature -> jdks.of(feature).isPresent()).toList();
        return all() ? there : there.subList(0, Math.min(1, there.size()));
    }

    private static boolean all() {
        return System.getProperty("snag.jdks", "default").equals("all");
    }

    private Laboratory laboratory() {
        var maven = new Maven(List.of(
                Path.of(property("snag.maven.home"), "bin", "mvn").toString(),
                "-Dmaven.repo.local=" + property("snag.maven.repository")));
        return new Laboratory(
                catalogue,
                new LabFolders(Path.of(property("snag.lab.work"))),
                Path.of(property("snag.agent.jar")),
                jdks,
                maven);
    }

    private static String property(String name) {
        String value = System.getProperty(name);
        assertThat(value).as("the build sets " + name).isNotBlank();
        return value;
    }
}
