package dev.snag.findings.text;

import dev.snag.findings.Frame;

/** Whose a frame is, as far as it matters for what of a stack is worth a line. */
enum FrameOrigin {
    PROGRAM("program"),
    JDK("JDK"),
    REFLECTION("reflection"),
    AGENT("agent");

    private static final String[] REFLECTION_PACKAGES = {
        "java.lang.reflect.", "java.lang.invoke.", "jdk.internal.reflect.", "jdk.proxy", "com.sun.proxy."
    };
    private static final String[] AGENT_PACKAGES = {"dev.snag.agent.", "dev.snag.runtime.", "dev.snag.findings."};
    private static final String[] JDK_PACKAGES = {"java.", "jdk.", "sun."};

    private final String word;

    FrameOrigin(String word) {
        this.word = word;
    }

    static FrameOrigin of(Frame frame) {
        if (startsWithAny(frame.className(), REFLECTION_PACKAGES)) {
            return REFLECTION;
        }
        if (startsWithAny(frame.className(), AGENT_PACKAGES)) {
            return AGENT;
        }
        return startsWithAny(frame.className(), JDK_PACKAGES) || isJdkModule(frame.jar()) ? JDK : PROGRAM;
    }

    /** As in "3 JDK frames". */
    String word() {
        return word;
    }

    /** Packages such as {@code javax} and {@code com.sun} are shared with others; the module is not. */
    private static boolean isJdkModule(String jar) {
        return jar != null && jar.indexOf('@') > 0 && (jar.startsWith("java.") || jar.startsWith("jdk."));
    }

    private static boolean startsWithAny(String name, String[] prefixes) {
        for (String prefix : prefixes) {
            if (name.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
