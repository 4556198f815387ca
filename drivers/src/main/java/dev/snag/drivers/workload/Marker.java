package dev.snag.drivers.workload;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One line by which a JVM of the lab's says how far it is. All else that it prints is of libraries and servers and is passed over.
 *
 * @param what the name of the line
 * @param fields as many as that line has
 */
public record Marker(String what, List<String> fields) {

    /** The library that was used, as it was loaded: the file name of its jar. */
    public static final String LIBRARY = "library";

    /** A phase begins: its name, {@link #COLD} or {@link #STEADY}, how many threads, the time. */
    public static final String BEGIN = "begin";

    /** A phase ends: its name, the time, how many operations have failed, what the first said, the longest wait of others in ms. */
    public static final String END = "end";

    /** A phase has not ended in time: its name, the time, the limit in seconds, the longest wait of others in ms. */
    public static final String STANDS_STILL = "stands-still";

    /** All phases have ended. */
    public static final String DONE = "done";

    /** What a server says of itself when it can be asked: name and value. */
    public static final String FACT = "fact";

    /** A server can be asked. */
    public static final String READY = "ready";

    /** It cannot be run here, and why. */
    public static final String ABSENT = "absent";

    /** Kind of the phase that pays for first uses: it makes no verdict. */
    public static final String COLD = "cold";

    /** Kind of all other phases. */
    public static final String STEADY = "steady";

    private static final String PREFIX = "[lab]";
    private static final String BETWEEN = "\t";

    public Marker {
        fields = List.copyOf(fields);
    }

    public static Marker of(String what, Object... fields) {
        var texts = new ArrayList<String>();
        for (Object field : fields) {
            texts.add(oneLine(String.valueOf(field)));
        }
        return new Marker(what, texts);
    }

    /** Reads a line; empty where it is none of ours. */
    public static Optional<Marker> parse(String line) {
        String[] parts = line.split(BETWEEN, -1);
        return parts.length > 1 && parts[0].equals(PREFIX)
                ? Optional.of(new Marker(parts[1], List.of(parts).subList(2, parts.length)))
                : Optional.empty();
    }

    /** Prints it as a line of its own. */
    public void printTo(PrintStream out) {
        out.println(this);
        out.flush();
    }

    @Override
    public String toString() {
        return PREFIX + BETWEEN + what + (fields.isEmpty() ? "" : BETWEEN + String.join(BETWEEN, fields));
    }

    private static String oneLine(String text) {
        return text.replace('\t', ' ').replace('\n', ' ').replace('\r', ' ').strip();
    }
}
