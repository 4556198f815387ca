package dev.snag.benchmarks.startup;

/** The smallest program that uses a virtual thread. */
public final class HelloOnVirtualThread {

    private HelloOnVirtualThread() {}

    public static void main(String[] args) throws InterruptedException {
        Thread.ofVirtual().start(() -> System.out.println("hello, world")).join();
    }
}
