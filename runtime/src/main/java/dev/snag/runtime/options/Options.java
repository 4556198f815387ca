package dev.snag.runtime.options;

import dev.snag.findings.Kind;
import dev.snag.runtime.options.Settings.Value;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The options in force.
 *
 * <p>Files are {@code java.io.File}: {@code java.nio.file} would set up the default file system, which an application may
 * still choose in its {@code main}.
 *
 * @param report folder for {@code snags.jsonl}; null for none
 * @param jfr whether the flight recorder is read
 * @param advice file of advice of the user's own; null for none
 * @param creationSites how many virtual threads' places of creation are kept; 0 for none
 * @param maxConnections how many connections of virtual threads to one destination are fine; 0 where they are not counted
 * @param strict what is forbidden at any duration
 * @param policy which findings are all right and which fail; null where nothing was said
 * @param config the file that was read; null for none
 * @param shown each option by name as text, for the {@code start} line
 */
public record Options(
        boolean enabled,
        Profile profile,
        Thresholds thresholds,
        File report,
        List<String> include,
        List<String> exclude,
        File advice,
        int creationSites,
        int maxConnections,
        LogTarget log,
        boolean jfr,
        MemoryLimits memory,
        StrictRules strict,
        PolicyOptions policy,
        File config,
        Map<String, String> shown) {

    private static final int MOST_CREATION_SITES = 1_000_000;
    /** As many as are counted in all. */
    private static final int MOST_CONNECTIONS = 1 << 16;

    private static final Set<String> YES = Set.of("1", "true", "on", "yes");
    private static final Set<String> NO = Set.of("0", "false", "off", "no", "");

    /** Where text goes. */
    public sealed interface LogTarget {
        /** The process's standard error. */
        record Stderr() implements LogTarget {}

        /** A file, appended to. */
        record ToFile(File path) implements LogTarget {}

        /** The application's own slf4j, once it has set it up. */
        record App() implements LogTarget {}
    }

    /**
     * Reads the options: argument before system properties before environment before file.
     *
     * @param argument as given behind {@code -javaagent:snag.jar=}; null for none
     * @param folder the working folder
     * @throws OptionError for the first that is bad
     */
    public static Options read(
            String argument, Map<String, String> properties, Map<String, String> environment, File folder) {
        var settings = new Settings();
        settings.offerArgument(argument == null ? "" : argument);
        settings.offerProperties(properties);
        settings.offerEnvironment(environment);
        File config = readFile(settings, folder);
        return resolve(settings, config, folder);
    }

    private static File readFile(Settings settings, File folder) {
        Value named = settings.get(Option.CONFIG.key());
        File file = in(folder, settings.text(Option.CONFIG));
        if (named == null && !file.exists()) {
            return null;
        }
        var properties = new Properties();
        try (Reader reader = new InputStreamReader(new FileInputStream(file), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            String where = named == null ? "" : " (named by config in " + named.where() + ")";
            throw new OptionError("cannot read the options in " + file + where + ": "
                    + e.getClass().getSimpleName() + "; mend the file or take config= away");
        }
        for (String key : new TreeSet<>(properties.stringPropertyNames())) {
            settings.offer(key, properties.getProperty(key), "the file " + file);
        }
        return file;
    }

    private static Options resolve(Settings settings, File config, File folder) {
        boolean enabled = bool(settings, Option.ENABLED);
        Profile profile = profile(settings);
        Thresholds thresholds = thresholds(settings, profile);
        var shown = new TreeMap<String, String>();
        for (var known : Settings.keys().entrySet()) {
            Value value = settings.get(known.getKey());
            if (value != null) {
                shown.put(known.getKey(), value.text());
            } else if (known.getKey().equals(known.getValue().key())) {
                shown.put(known.getKey(), known.getValue().defaultText());
            }
        }
        if (settings.get(Option.MAX_BLOCKING_TIME.key()) == null) {
            shown.put(Option.MAX_BLOCKING_TIME.key(), profile.threshold().toMillis() + "ms");
        }
        File report = report(settings, profile, folder);
        if (report != null) {
            shown.put(Option.REPORT.key(), report.toString());
        }
        boolean jfr = settings.get(Option.JFR.key()) == null ? profile.readsJfr() : bool(settings, Option.JFR);
        shown.put(Option.JFR.key(), jfr ? "on" : "off");
        StrictRules strict = strict(settings, profile);
        shown.put(Option.STRICT.key(), strict.text());
        PolicyOptions policy = null;
        if (asksForPolicy(settings, profile)) {
            policy = PolicyOptions.read(settings, profile, folder);
            shown.put(Option.FAIL_ON.key(), policy.failOn().text());
        }
        return new Options(
                enabled,
                profile,
                thresholds,
                report,
                prefixes(settings, Option.INCLUDE),
                prefixes(settings, Option.EXCLUDE),
                settings.get(Option.ADVICE.key()) == null ? null : in(folder, settings.text(Option.ADVICE)),
                numberOrOff(settings, Option.CREATION_SITES, MOST_CREATION_SITES, "10000"),
                numberOrOff(settings, Option.MAX_CONNECTIONS, MOST_CONNECTIONS, "50"),
                log(settings, folder),
                jfr,
                memory(settings),
                strict,
                policy,
                config,
                shown);
    }

    private static boolean asksForPolicy(Settings settings, Profile profile) {
        return profile.gates()
                || settings.get(Option.ALLOW.key()) != null
                || settings.get(Option.BASELINE.key()) != null
                || settings.get(Option.FAIL_ON.key()) != null;
    }

    static File in(File folder, String path) {
        var file = new File(path);
        return file.isAbsolute() || folder.getPath().isEmpty() ? file : new File(folder, path);
    }

    private static boolean bool(Settings settings, Option option) {
        String text = settings.text(option).toLowerCase(Locale.ROOT);
        if (YES.contains(text)) {
            return true;
        }
        if (NO.contains(text)) {
            return false;
        }
        throw bad(settings, option.key(), option == Option.JFR ? "write on or off" : "write true or false");
    }

    private static Profile profile(Settings settings) {
        for (Profile profile : Profile.values()) {
            if (profile.name().equalsIgnoreCase(settings.text(Option.PROFILE))) {
                return profile;
            }
        }
        throw bad(settings, Option.PROFILE.key(), "write dev, test, ci or prod");
    }

    private static Thresholds thresholds(Settings settings, Profile profile) {
        String key = Option.MAX_BLOCKING_TIME.key();
        long general = settings.get(key) == null ? profile.threshold().toNanos() : nanos(settings, key);
        var own = new EnumMap<Kind, Long>(Kind.class);
        for (Kind kind : Kind.values()) {
            if (settings.get(key + "." + kind) != null) {
                own.put(kind, nanos(settings, key + "." + kind));
            }
        }
        return new Thresholds(general, own);
    }

    private static long nanos(Settings settings, String key) {
        long nanos = Span.parse(settings.get(key).text());
        if (nanos <= 0) {
            throw bad(settings, key, "write a number above 0 with ns, us, ms or s, such as 100ms, or off");
        }
        return nanos;
    }

    /** An empty prefix would be one of every class: a variable that is set to nothing must not exclude all. */
    private static List<String> prefixes(Settings settings, Option option) {
        var prefixes = new ArrayList<String>();
        if (!settings.text(option).equals(option.defaultText())) {
            for (String prefix : settings.text(option).split(":")) {
                if (!prefix.isBlank()) {
                    prefixes.add(prefix.strip());
                }
            }
        }
        return List.copyOf(prefixes);
    }

    /** 0 for off. */
    private static int numberOrOff(Settings settings, Option option, int most, String example) {
        String text = settings.text(option);
        if (NO.contains(text.toLowerCase(Locale.ROOT))) {
            return 0;
        }
        try {
            int number = Integer.parseInt(text);
            if (number > 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw bad(settings, option.key(), "write off or a number such as " + example);
        }
        throw bad(settings, option.key(), "write off or a number from 1 to " + most);
    }

    private static File report(Settings settings, Profile profile, File folder) {
        if (settings.get(Option.REPORT.key()) != null) {
            String text = settings.text(Option.REPORT);
            return text.isEmpty() || text.equals("none") ? null : in(folder, text);
        }
        if (!profile.reports()) {
            return null;
        }
        for (String build : List.of("target", "build")) {
            if (in(folder, build).isDirectory()) {
                return new File(in(folder, build), "snag");
            }
        }
        return in(folder, "snag-report");
    }

    private static StrictRules strict(Settings settings, Profile profile) {
        if (settings.get(Option.STRICT.key()) == null) {
            return profile.strict();
        }
        try {
            return StrictRules.parse(settings.text(Option.STRICT));
        } catch (IllegalArgumentException e) {
            throw bad(settings, Option.STRICT.key(), e.getMessage());
        }
    }

    private static MemoryLimits memory(Settings settings) {
        return new MemoryLimits(bytes(settings, Option.MAX_MEMORY), bytes(settings, Option.MAX_HEAP));
    }

    private static long bytes(Settings settings, Option option) {
        long bytes = ByteCount.parse(settings.text(option));
        if (bytes <= 0) {
            throw bad(settings, option.key(), "write a number above 0 with k, m or g, such as 512m, or off");
        }
        return bytes;
    }

    private static LogTarget log(Settings settings, File folder) {
        String text = settings.text(Option.LOG);
        if (text.startsWith("file:") && text.length() > "file:".length()) {
            return new LogTarget.ToFile(in(folder, text.substring("file:".length())));
        }
        return switch (text) {
            case "stderr" -> new LogTarget.Stderr();
            case "app" -> new LogTarget.App();
            default -> throw bad(settings, Option.LOG.key(), "write stderr, file:PATH or app");
        };
    }

    static OptionError bad(Settings settings, String key, String remedy) {
        Value value = settings.get(key);
        return new OptionError("bad value '" + value.text() + "' for " + key + " in " + value.where() + "; " + remedy);
    }
}
