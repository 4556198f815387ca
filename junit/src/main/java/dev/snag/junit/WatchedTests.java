package dev.snag.junit;

import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/** What is being watched, kept in JUnit's own stores for as long as it runs. */
final class WatchedTests {

    private static final Namespace OURS = Namespace.create(SnagExtension.class);

    private WatchedTests() {}

    /** A test that is open, and what binds its thread to it. */
    private record Open(WatchedTest test, WatchedTest.Binding binding) {}

    /** Does nothing where it is open. */
    static void openClass(ExtensionContext context) {
        if (classOf(context) == null) {
            WatchedTest around = context.getParent().map(WatchedTests::classOf).orElse(null);
            TestAgent agent = TestAgent.required(Settings.of(context));
            WatchedTest type = agent.open(TestNames.of(context), Annotations.of(context), around);
            store(context).put(key(context), type);
        }
    }

    /** What is wrong with what the class itself started, and with what came too late for its tests. */
    static List<Throwable> closeClass(ExtensionContext context) {
        WatchedTest type = store(context).remove(key(context), WatchedTest.class);
        return type == null
                ? List.of()
                : type.close(
                        Settings.of(context).patience(),
                        context.getExecutionException().isPresent());
    }

    static void openTest(ExtensionContext context) {
        WatchedTest test = open(context, TestNames.of(context));
        store(context).put(key(context), new Open(test, test.enter()));
    }

    static WatchedTest openDynamic(ExtensionContext context) {
        return open(context, TestNames.ofDynamic(context));
    }

    private static WatchedTest open(ExtensionContext context, String name) {
        return TestAgent.required(Settings.of(context)).open(name, Annotations.of(context), classOf(context));
    }

    /** What is wrong with it. */
    static List<Throwable> closeTest(ExtensionContext context) {
        Open open = store(context).remove(key(context), Open.class);
        if (open == null) {
            return List.of();
        }
        open.binding().close();
        return open.test()
                .close(
                        Settings.of(context).patience(),
                        context.getExecutionException().isPresent());
    }

    /** Null where the context is of none. */
    static WatchedTest testOf(ExtensionContext context) {
        Open open = context.getTestMethod().isEmpty() ? null : store(context).get(key(context), Open.class);
        return open == null ? null : open.test();
    }

    /** That of the class around; null where the extension is not its own, but of single methods. */
    static WatchedTest classOf(ExtensionContext context) {
        for (ExtensionContext each = context;
                each != null;
                each = each.getParent().orElse(null)) {
            if (each.getTestClass().isPresent() && each.getTestMethod().isEmpty()) {
                return store(each).get(key(each), WatchedTest.class);
            }
        }
        return null;
    }

    private static Store store(ExtensionContext context) {
        return context.getStore(OURS);
    }

    /** Stores answer for those around them too. */
    private static String key(ExtensionContext context) {
        return context.getUniqueId();
    }
}
