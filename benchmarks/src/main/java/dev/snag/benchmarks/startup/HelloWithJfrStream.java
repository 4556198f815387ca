package dev.snag.benchmarks.startup;

import jdk.jfr.consumer.RecordingStream;

/** The smallest program that watches pinned threads by the JDK's own means. */
public final class HelloWithJfrStream {

    private HelloWithJfrStream() {}

    public static void main(String[] args) {
        try (RecordingStream stream = new RecordingStream()) {
            stream.enable("jdk.VirtualThreadPinned").withStackTrace();
            stream.onEvent("jdk.VirtualThreadPinned", event -> System.out.println(event));
            stream.startAsync();
            System.out.println("hello, world");
        }
    }
}
