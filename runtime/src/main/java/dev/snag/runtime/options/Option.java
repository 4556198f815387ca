package dev.snag.runtime.options;

import java.util.Locale;

/** The options that exist; the single source of parsing, of {@code help options} and of the tables in the docs. */
public enum Option {
    ENABLED("enabled", "true", "false: nothing is watched, no class is touched, no thread is started"),
    PROFILE(
            "profile",
            "dev",
            "dev: each finding as text. test: threshold 20 ms, strict rules, a report folder of its own. ci: as test, and an exit status"
                    + " of 0 becomes 86 where a snag fails policy. prod: no text of findings"),
    MAX_BLOCKING_TIME(
            "max-blocking-time",
            "100ms",
            "the longest that a virtual thread may keep its carrier: a number with ns, us, ms or s; off disables it"),
    REPORT(
            "report",
            "none",
            "folder for snags.jsonl; in the profiles test and ci target/snag, build/snag or snag-report, the first whose parent"
                    + " is there"),
    MAX_MEMORY("max-memory", "off", "the most memory that is fine for the process to have resident, such as 512m"),
    MAX_HEAP("max-memory.heap", "off", "the most heap in use that is fine, garbage included, such as 400m"),
    MAX_CONNECTIONS(
            "max-connections",
            "off",
            "how many connections virtual threads may have open at one time to one address and port, such as 50; more are told"),
    INCLUDE("include", "all", "package prefixes, separated by ':'; only offenders in these count"),
    EXCLUDE("exclude", "none", "package prefixes, separated by ':'; offenders in these do not count"),
    ADVICE("advice", "none", "file of advice of your own, which wins over the agent's; see docs/advice.md"),
    CREATION_SITES(
            "creation-sites",
            "off",
            "of how many virtual threads at most the place where they were started is kept, such as 10000; off keeps none"),
    ALLOW(
            "allow",
            "none",
            "file of rules for what is all right, a line each: KIND CLASS.METHOD [until=YYYY-MM-DD] because REASON"),
    BASELINE("baseline", "none", "file of known snags, written by java -jar snag.jar baseline; only new ones fail"),
    FAIL_ON(
            "fail-on",
            "none",
            "which snags fail, with ':' between: new (the default in the profile ci), any, mine, warnings, kinds; or none"),
    LOG("log", "stderr", "where text goes: stderr, file:PATH, or app (the application's own slf4j, logger dev.snag)"),
    JFR(
            "jfr",
            "off",
            "on: what the flight recorder knows of blocked virtual threads is added to findings; on in the profiles test"
                    + " and ci"),
    STRICT(
            "strict",
            "none",
            "calls that are findings at any duration, with ':' between: FILE, DNS, PROCESS, CONSOLE, SELECTOR, NETWORK,"
                    + " CLASS_LOADING, NATIVE, PINNED, all, methods such as com.acme.Legacy#call; in the profiles test and"
                    + " ci " + StrictRules.OF_TESTS),
    CONFIG("config", "snag.properties", "file of options, key=value a line; by default read only where it is there");

    private final String key;
    private final String defaultText;
    private final String meaning;

    Option(String key, String defaultText, String meaning) {
        this.key = key;
        this.defaultText = defaultText;
        this.meaning = meaning;
    }

    /** The name as in {@code -javaagent:snag.jar=name=value}. */
    public String key() {
        return key;
    }

    /** The name as a system property. */
    public String property() {
        return "snag." + key;
    }

    /** The name in the environment. */
    public String environment() {
        return environment(key);
    }

    static String environment(String key) {
        return "SNAG_" + key.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_');
    }

    /** What holds where nothing is said. */
    public String defaultText() {
        return defaultText;
    }

    /** One sentence. */
    public String meaning() {
        return meaning;
    }
}
