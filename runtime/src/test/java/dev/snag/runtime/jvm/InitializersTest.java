package dev.snag.runtime.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class InitializersTest {

    private static final CountDownLatch BEGUN = new CountDownLatch(2);
    private static final CountDownLatch END = new CountDownLatch(1);

    static final class OfTheApplication {
        static {
            untilTheEnd();
        }

        static void use() {}
    }

    static final class OfOurs {
        static {
            untilTheEnd();
        }

        static void use() {}
    }

    private static void untilTheEnd() {
        BEGUN.countDown();
        try {
            END.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void those_of_the_application_are_told_and_ours_are_not() throws InterruptedException {
        Thread application = Thread.ofPlatform().name("settings").daemon().start(OfTheApplication::use);
        Thread ours = OwnThreads.daemon("ours", OfOurs::use);
        ours.start();
        BEGUN.await();
        List<Jvm.Initializer> initializers = new HotSpotJvm().initializers(List.of());
        END.countDown();
        application.join();
        ours.join();

        assertThat(initializers)
                .extracting(Jvm.Initializer::className)
                .contains(OfTheApplication.class.getName())
                .doesNotContain(OfOurs.class.getName());
    }
}
