package dev.snag.benchmarks.fork;

import java.nio.file.Path;
import java.util.List;

/** What a JVM carries while it is measured. */
public sealed interface Variant {

    /** The name in tables and results. */
    String label();

    /** The JVM's arguments that load it; {@code folder} is where its output may go. */
    List<String> jvmArgs(Path folder);

    /** No agent at all. */
    record None() implements Variant {
        @Override
        public String label() {
            return "none";
        }

        @Override
        public List<String> jvmArgs(Path folder) {
            return List.of();
        }
    }

    /** An agent that does nothing: what the JVM itself charges for having one. */
    record DoNothing(Path jar) implements Variant {
        @Override
        public String label() {
            return "do-nothing";
        }

        @Override
        public List<String> jvmArgs(Path folder) {
            return List.of("-javaagent:" + jar);
        }
    }

    /**
     * Snag.
     *
     * @param label tells apart Snags with different options
     * @param options as after {@code -javaagent:snag.jar=}, empty for none
     * @param report whether it writes findings, to {@code report} in the folder
     */
    record Snag(String label, Path jar, String options, boolean report) implements Variant {
        public static final String LABEL = "snag";

        /** With the defaults of profile {@code dev}. */
        public Snag(Path jar) {
            this(LABEL, jar, "", false);
        }

        @Override
        public List<String> jvmArgs(Path folder) {
            String all = options;
            if (report) {
                String reports = "report=" + reportFolder(folder).toString().replace(",", "\\,");
                all = all.isEmpty() ? reports : all + "," + reports;
            }
            return List.of("-javaagent:" + jar + (all.isEmpty() ? "" : "=" + all));
        }

        /** Where findings go, for a JVM whose output goes to {@code folder}. */
        public static Path reportFolder(Path folder) {
            return folder.resolve("report");
        }
    }
}
