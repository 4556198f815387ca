package dev.snag.junit;

import dev.snag.findings.Kind;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The test is to have so many findings of a kind; with fewer or more it fails. Of a kind the nearest counts: that of the method
 * before its class's.
 */
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.PACKAGE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@Repeatable(ExpectBlocking.List.class)
@ExtendWith(SnagExtension.class)
public @interface ExpectBlocking {

    /** What is expected. */
    Kind kind();

    /** The fewest. */
    int atLeast() default 1;

    /** The most. */
    int atMost() default Integer.MAX_VALUE;

    /** Several of them. */
    @Target({ElementType.METHOD, ElementType.TYPE, ElementType.PACKAGE, ElementType.ANNOTATION_TYPE})
    @Retention(RetentionPolicy.RUNTIME)
    @Inherited
    @Documented
    @ExtendWith(SnagExtension.class)
    @interface List {
        /** All of them. */
        ExpectBlocking[] value();
    }
}
