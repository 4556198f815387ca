package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Covers the code, and pins by it. */
class OrdersTest {

    @Test
    void asks_for_the_price() throws InterruptedException {
        var price = new AtomicInteger();
        Thread.ofVirtual().start(() -> price.set(Orders.price())).join();
        assertEquals(42, price.get());
    }
}
