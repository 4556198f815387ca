package dev.snag.agent.boot;

/** What a JVM needs to have. */
final class Requirements {

    private static final int FIRST_JDK = 21;

    private Requirements() {}

    /** Says in one line what is lacking, if anything is. */
    static boolean explainIfUnmet() {
        String message = unmet(Runtime.version().feature(), System.getProperty("java.home"));
        if (message != null) {
            System.err.println(message);
        }
        return message != null;
    }

    static String unmet(int feature, String home) {
        if (feature >= FIRST_JDK) {
            return null;
        }
        return "snag: needs JDK " + FIRST_JDK + " or newer, which has virtual threads; this is " + feature + " in "
                + home + ". Nothing is watched";
    }
}
