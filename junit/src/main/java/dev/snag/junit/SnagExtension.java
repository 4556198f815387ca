package dev.snag.junit;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Watches each test: a virtual thread that the test started, directly or through threads it started, and that kept its carrier,
 * fails it. Detected automatically where JUnit is told to, else by {@link NoBlocking} or {@code @ExtendWith}.
 */
public final class SnagExtension
        implements BeforeAllCallback,
                AfterAllCallback,
                BeforeEachCallback,
                AfterEachCallback,
                InvocationInterceptor,
                ParameterResolver {

    /** Called by JUnit. */
    public SnagExtension() {}

    @Override
    public void beforeAll(ExtensionContext context) {
        WatchedTests.openClass(context);
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        throwAll(WatchedTests.closeClass(context));
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        WatchedTests.openTest(context);
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        throwAll(WatchedTests.closeTest(context));
    }

    @Override
    public <T> T interceptTestClassConstructor(
            Invocation<T> invocation,
            ReflectiveInvocationContext<Constructor<T>> invocationContext,
            ExtensionContext context)
            throws Throwable {
        if (context.getTestInstanceLifecycle()
                .filter(Lifecycle.PER_CLASS::equals)
                .isPresent()) {
            WatchedTests.openClass(context); // it comes before all else
        }
        return inClass(invocation, context);
    }

    @Override
    public void interceptBeforeAllMethod(
            Invocation<Void> invocation,
            ReflectiveInvocationContext<Method> invocationContext,
            ExtensionContext context)
            throws Throwable {
        inClass(invocation, context);
    }

    @Override
    public void interceptAfterAllMethod(
            Invocation<Void> invocation,
            ReflectiveInvocationContext<Method> invocationContext,
            ExtensionContext context)
            throws Throwable {
        inClass(invocation, context);
    }

    private static <T> T inClass(Invocation<T> invocation, ExtensionContext context) throws Throwable {
        WatchedTest type = WatchedTests.classOf(context);
        if (type == null) {
            return invocation.proceed();
        }
        WatchedTest.Binding bound = type.enter();
        try {
            return invocation.proceed();
        } finally {
            bound.close();
        }
    }

    @Override
    public void interceptDynamicTest(
            Invocation<Void> invocation, DynamicTestInvocationContext invocationContext, ExtensionContext context)
            throws Throwable {
        WatchedTest test = WatchedTests.openDynamic(context);
        WatchedTest.Binding bound = test.enter();
        Throwable failed = null;
        try {
            invocation.proceed();
        } catch (Throwable t) { // whatever it is, it is thrown below
            failed = t;
        } finally {
            bound.close();
        }
        List<Throwable> wrong = test.close(Settings.of(context).patience(), failed != null);
        if (failed != null) {
            wrong.forEach(failed::addSuppressed);
            throw failed;
        }
        throwAll(wrong);
    }

    /** JUnit adds it to what the test itself has failed with, if anything: that is never masked. */
    private static void throwAll(List<Throwable> wrong) throws Exception {
        if (wrong.isEmpty()) {
            return;
        }
        Throwable first = wrong.getFirst();
        wrong.subList(1, wrong.size()).forEach(first::addSuppressed);
        if (first instanceof Error error) {
            throw error;
        }
        throw (Exception) first;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestFindings.class && WatchedTests.testOf(context) != null;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return WatchedTests.testOf(context);
    }
}
