package dev.snag.drivers.pool;

import java.time.Duration;

/** Commons Pool where nobody waits for longer than half a minute. */
public final class CommonsPoolMaxWaitUnderTest extends CommonsPoolUnderTest {

    /** With that wait. */
    public CommonsPoolMaxWaitUnderTest() {
        super(Duration.ofSeconds(30));
    }
}
