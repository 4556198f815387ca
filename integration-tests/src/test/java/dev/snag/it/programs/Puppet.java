package dev.snag.it.programs;

import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** Does what its arguments say, or else its standard input line by line, and answers each with one line. */
public final class Puppet {
    private static final int FOR_EVER = Integer.MAX_VALUE;
    private static final long LONGEST_NANOS = 40_000_000_000L;

    private Puppet() {}

    /** Obeys until the last command. */
    public static void main(String[] commands) throws Exception {
        System.out.println("begun");
        for (String command : commands) {
            System.out.println(obey(command));
        }
        if (commands.length == 0) {
            var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                System.out.println(obey(line));
            }
        }
    }

    private static String obey(String command) throws Exception {
        String[] words = command.split(":");
        int number = words.length > 1 ? Integer.parseInt(words[1]) : 0;
        switch (words[0]) {
            case "hold" -> PinnedSleep.hold("worker", number);
            case "hang" -> PinnedSleep.start(Thread.ofVirtual().name("hanging"), FOR_EVER);
            case "settle" -> settle();
            case "run" -> Thread.ofVirtual().start(() -> {}).join();
            case "exists" ->
                Thread.ofVirtual()
                        .start(() -> new File("no-such-file").exists())
                        .join();
            case "wait" -> Thread.sleep(number);
            case "transform" -> OtherAgent.transformAgain();
            case "exit" -> System.exit(number);
            case "halt" -> Runtime.getRuntime().halt(number);
            case "threads" -> {
                return threadsOfTheAgent();
            }
            case "bridge" -> {
                return hasBridge() ? "bridge" : "no bridge";
            }
            default -> throw new IllegalArgumentException(command);
        }
        return "did " + command;
    }

    /** Waits until the agent, of which the first virtual thread may be the first sign, has all that it needs to look. */
    static void settle() throws InterruptedException {
        Thread.ofVirtual().start(() -> {}).join();
        long end = System.nanoTime() + LONGEST_NANOS;
        while (!threadsOfTheAgent().contains("recorder")) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the agent has not begun to look");
            }
            Thread.sleep(10);
        }
        Thread.sleep(300);
    }

    private static String threadsOfTheAgent() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("snag"))
                .sorted()
                .collect(Collectors.joining(" ", "threads: ", ""));
    }

    private static boolean hasBridge() {
        try {
            Class.forName("java.lang.SnagBridge");
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
