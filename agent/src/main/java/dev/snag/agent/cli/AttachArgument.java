package dev.snag.agent.cli;

import java.io.File;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;

/** Options as the agent takes them in its argument; paths become absolute, as the other JVM runs in another folder. */
final class AttachArgument {

    private static final Set<String> PATHS = Set.of("report", "allow", "baseline", "advice", "config");
    private static final String LOG = "log=file:";

    private AttachArgument() {}

    /**
     * The argument.
     *
     * @param words each an option, or several with commas between; a comma within a value is written {@code \,}
     * @param folder what relative paths are meant from
     */
    static String of(List<String> words, File folder) {
        var argument = new StringJoiner(",");
        for (String word : words) {
            for (String option : word.split("(?<!\\\\),")) {
                argument.add(absolute(option, folder));
            }
        }
        return argument.toString();
    }

    private static String absolute(String option, File folder) {
        int equals = option.indexOf('=');
        if (option.startsWith(LOG)) {
            return LOG + path(option.substring(LOG.length()), folder);
        }
        if (equals > 0 && PATHS.contains(option.substring(0, equals))) {
            return option.substring(0, equals + 1) + path(option.substring(equals + 1), folder);
        }
        return option;
    }

    private static String path(String written, File folder) {
        var file = new File(written.replace("\\,", ","));
        File absolute = file.isAbsolute() || written.isEmpty() ? file : new File(folder, file.getPath());
        return absolute.getPath().replace(",", "\\,");
    }
}
