package dev.snag.it.programs;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** Does what its arguments say, or else its standard input line by line, and answers each with one line. */
public final class Puppet {
    private static final int FOR_EVER = Integer.MAX_VALUE;

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
            case "run" -> Thread.ofVirtual().start(() -> {}).join();
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
