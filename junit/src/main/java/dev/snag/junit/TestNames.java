package dev.snag.junit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What a test is called in findings: {@code com.acme.LockTest.waits}, with the number of the invocation where it has one. */
final class TestNames {

    private static final Pattern INVOCATION = Pattern.compile("invocation:(#[0-9]+)");

    private TestNames() {}

    static String of(ExtensionContext context) {
        var name = new StringBuilder();
        for (ExtensionContext each = context;
                each != null;
                each = each.getParent().orElse(null)) {
            if (each.getTestClass().isPresent()) {
                name.append(each.getRequiredTestClass().getName());
                each.getTestMethod().ifPresent(method -> name.append('.').append(method.getName()));
                break;
            }
        }
        Matcher invocations = INVOCATION.matcher(context.getUniqueId());
        while (invocations.find()) {
            name.append('[').append(invocations.group(1)).append(']');
        }
        return name.toString();
    }

    /** Of a test that a factory has made. */
    static String ofDynamic(ExtensionContext context) {
        return of(context) + "[" + context.getDisplayName() + "]";
    }
}
