package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Has no virtual thread: alone it would be no watch at all. */
class PlainTest {

    @Test
    void adds() {
        assertEquals(4, 2 + 2);
    }
}
