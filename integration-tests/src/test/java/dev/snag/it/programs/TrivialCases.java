package dev.snag.it.programs;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A thousand tests, each with a virtual thread that ends at once. */
class TrivialCases {

    static IntStream thousand() {
        return IntStream.range(0, 1_000);
    }

    @ParameterizedTest
    @MethodSource("thousand")
    void trivial(int number) throws InterruptedException {
        Thread.startVirtualThread(() -> {}).join();
    }
}
