package dev.snag.junit;

import dev.snag.findings.Kind;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The virtual threads that the test starts must not keep their carriers. Where extensions are detected automatically every test
 * is watched so without it; it switches the watch on where they are not, and says what counts.
 *
 * <p>On a method, a class (its nested ones too), a package, or an annotation of one's own; the nearest counts. On a package
 * it takes part only where the extension is registered by other means.
 */
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.PACKAGE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@ExtendWith(SnagExtension.class)
public @interface NoBlocking {

    /** The longest that is fine in this test, such as {@code 50ms}; empty for the agent's {@code max-blocking-time}. */
    String maxBlockingTime() default "";

    /** The kinds that fail, their warnings too; empty for all kinds, but no warnings. */
    Kind[] kinds() default {};

    /**
     * Whether what else is found fails as well: warnings (computing, class loading, calls for which the JDK added a carrier), and
     * calls that the agent's {@code strict} rules forbid at any duration.
     */
    boolean strict() default false;
}
