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
 * What is known and all right in this test: it does not fail for it, and neither does the gate. All on the method, its classes
 * and its package count together.
 */
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.PACKAGE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@Repeatable(AllowBlocking.List.class)
@ExtendWith(SnagExtension.class)
public @interface AllowBlocking {

    /** Of these kinds; empty for all. */
    Kind[] kinds() default {};

    /** With one of these frames, as in a file of allow rules: {@code com.acme.Cache.load}, {@code any:com.acme.*}; empty for all. */
    String[] frames() default {};

    /** Why it is all right; must not be blank. */
    String reason();

    /** The last day on which it is, {@code 2027-03-31}; empty for ever. After it the test fails again. */
    String until() default "";

    /** Several of them. */
    @Target({ElementType.METHOD, ElementType.TYPE, ElementType.PACKAGE, ElementType.ANNOTATION_TYPE})
    @Retention(RetentionPolicy.RUNTIME)
    @Inherited
    @Documented
    @ExtendWith(SnagExtension.class)
    @interface List {
        /** All of them. */
        AllowBlocking[] value();
    }
}
