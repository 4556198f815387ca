package dev.snag.junit;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Finds what is written on a test: on its method, its class and those around it, its package; the nearest first. */
final class Annotations {

    private Annotations() {}

    static TestRules of(ExtensionContext context) {
        List<AnnotatedElement> elements = elements(context);
        List<NoBlocking> not = new ArrayList<>();
        List<AllowBlocking> allowed = new ArrayList<>();
        List<ExpectBlocking> expected = new ArrayList<>();
        for (AnnotatedElement element : elements) {
            find(element, NoBlocking.class).ifPresent(not::add);
            allowed.addAll(AnnotationSupport.findRepeatableAnnotations(element, AllowBlocking.class));
            expected.addAll(AnnotationSupport.findRepeatableAnnotations(element, ExpectBlocking.class));
        }
        return TestRules.of(not, allowed, expected);
    }

    private static <A extends Annotation> Optional<A> find(AnnotatedElement element, Class<A> type) {
        return AnnotationSupport.findAnnotation(element, type);
    }

    private static List<AnnotatedElement> elements(ExtensionContext context) {
        var elements = new ArrayList<AnnotatedElement>();
        Package inPackage = null;
        for (ExtensionContext each = context;
                each != null;
                each = each.getParent().orElse(null)) {
            // Of a dynamic test neither is there: it has those of its factory.
            each.getTestMethod().filter(method -> !elements.contains(method)).ifPresent(elements::add);
            Class<?> type = each.getTestMethod().isPresent()
                    ? null
                    : each.getTestClass().orElse(null);
            if (type != null && !elements.contains(type)) {
                elements.add(type);
                inPackage = type.getPackage();
            }
        }
        if (inPackage != null) {
            elements.add(inPackage);
        }
        return elements;
    }
}
