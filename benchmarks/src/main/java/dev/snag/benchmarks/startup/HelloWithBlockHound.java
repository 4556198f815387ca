package dev.snag.benchmarks.startup;

import reactor.blockhound.BlockHound;

/** The smallest program that watches virtual threads with BlockHound. */
public final class HelloWithBlockHound {

    private HelloWithBlockHound() {}

    public static void main(String[] args) {
        BlockHound.builder()
                .nonBlockingThreadPredicate(current -> current.or(Thread::isVirtual))
                .install();
        System.out.println("hello, world");
    }
}
