package dev.snag.it;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Isolated;

/** The fixtures whose time is tight, as those that compute: nothing else of ours runs meanwhile. */
@Isolated
class FixturesAloneIT {
    @TestFactory
    Stream<DynamicTest> fixtures() throws IOException {
        return FixtureRun.ofAll(true);
    }
}
