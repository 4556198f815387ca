package dev.snag.it.programs;

import java.util.Arrays;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs classes of tests, as often as {@code -Dtimes} says, as an IDE does; parameters of JUnit are system properties. A line for
 * each test and each class that has ended: {@code SUCCESSFUL CLASS.METHOD}, {@code FAILED CLASS.METHOD MESSAGE}.
 */
public final class JUnitRun {

    private JUnitRun() {}

    /** Simple names of classes in this package. */
    public static void main(String[] classes) {
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(Arrays.stream(classes)
                        .map(name -> DiscoverySelectors.selectClass("dev.snag.it.programs." + name))
                        .toList())
                .build();
        Launcher launcher = LauncherFactory.create();
        long begin = System.nanoTime();
        for (int i = 0; i < Integer.getInteger("times", 1); i++) {
            launcher.execute(request, new Told());
        }
        System.out.println("took " + (System.nanoTime() - begin) / 1_000_000 + " ms");
    }

    private static final class Told implements TestExecutionListener {
        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            String message = result.getThrowable()
                    .map(thrown -> " " + thrown.getClass().getSimpleName() + " "
                            + String.valueOf(thrown.getMessage()).replace('\n', '|'))
                    .orElse("");
            // In one piece: tests end in parallel.
            System.out.println(result.getStatus() + " " + name(test) + message);
        }

        private static String name(TestIdentifier test) {
            return test.getSource()
                    .filter(MethodSource.class::isInstance)
                    .map(MethodSource.class::cast)
                    .map(source -> source.getClassName().replaceFirst(".*\\.", "") + "." + source.getMethodName())
                    .orElse(test.getDisplayName());
        }
    }
}
