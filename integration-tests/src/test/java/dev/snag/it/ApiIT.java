package dev.snag.it;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What applications and tests may call, in real JVMs with the shipped agent. */
@Execution(ExecutionMode.CONCURRENT)
class ApiIT {

    @TestFactory
    List<DynamicTest> assert_unmounts() throws IOException, InterruptedException {
        var tests = new ArrayList<DynamicTest>();
        for (Jdk jdk : InstalledJdks.chosen()) {
            var run = new ApiRun("Assertions", jdk);
            run.claims(run.run(), 13).forEach(tests::add);
        }
        return tests;
    }
}
