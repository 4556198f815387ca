package dev.snag.benchmarks.startup;

/** The smallest program. */
public final class Hello {

    private Hello() {}

    public static void main(String[] args) {
        System.out.println("hello, world");
    }
}
