package com.acme;

/** What is tested. */
public final class Orders {

    private static final int PRICES = read();

    private Orders() {}

    /** The price of an order. */
    public static int price() {
        return PRICES;
    }

    private static int read() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return 42;
    }
}
