package dev.snag.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** Classes of tests that JUnit has run within a test; extensions were detected automatically. */
record Run(EngineExecutionResults results) {

    static Run of(Class<?>... types) {
        return of(Map.of(), types);
    }

    static Run of(Map<String, String> parameters, Class<?>... types) {
        DiscoverySelector[] selectors =
                Arrays.stream(types).map(type -> selectClass(type)).toArray(DiscoverySelector[]::new);
        return new Run(EngineTestKit.engine("junit-jupiter")
                .selectors(selectors)
                .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "true")
                .configurationParameters(parameters)
                .execute());
    }

    /** The tests that were not green, by display name without what is in parentheses, and why. */
    Map<String, Throwable> failedTests() {
        return failed(results.testEvents());
    }

    /** The same of classes and factories. */
    Map<String, Throwable> failedContainers() {
        return failed(results.containerEvents());
    }

    long succeeded() {
        return results.testEvents().succeeded().count();
    }

    private static Map<String, Throwable> failed(Events events) {
        Map<String, Throwable> failed = new LinkedHashMap<>();
        Stream.concat(events.failed().stream(), events.aborted().stream())
                .forEach(event -> failed.put(name(event), thrown(event)));
        return failed;
    }

    private static String name(Event event) {
        return event.getTestDescriptor().getDisplayName().replaceFirst("\\(.*", "");
    }

    private static Throwable thrown(Event event) {
        return event.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .orElseThrow();
    }
}
