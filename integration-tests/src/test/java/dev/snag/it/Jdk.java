package dev.snag.it;

import java.nio.file.Path;

/** An installed JDK. */
record Jdk(int feature, Path home) {
    Path tool(String name) {
        return home.resolve("bin").resolve(name);
    }

    /** Long-term support, as vendors give it. */
    boolean isLongTerm() {
        return feature == 21 || feature == 25;
    }

    @Override
    public String toString() {
        return "JDK " + feature;
    }
}
