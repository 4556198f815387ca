package dev.snag.findings;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** Generates entries that a JVM might write, with anything that can be null being null at times. */
public final class RandomEntries {

    private static final String[] TEXTS = {
        "",
        "main",
        "order-17",
        "a \"quoted\" name\\",
        "line\nbreak\r\ttab\u0000nul",
        "\u2028 separators \u2029",
        "gr\u00fc\u00dfe \u0130\u0131",
        "\u0623\u0647\u0644\u0627",
        "\ud83e\uddf5 thread",
        "{\"type\":\"end\"}"
    };

    private final Random random;

    public RandomEntries(long seed) {
        random = new Random(seed);
    }

    public Entry next() {
        return switch (random.nextInt(9)) {
            case 0 -> new Start(time(), random.nextInt(1 << 22), maybe(this::text), texts(), texts());
            case 1 -> new Excused(time(), name(ExcuseReason.class), millis(), millis(), millis(), thread(), thread());
            case 2 -> new AgentError(time(), maybe(this::text), maybe(this::text));
            case 3 ->
                new End(
                        time(),
                        random.nextBoolean(),
                        count(),
                        count(),
                        count(),
                        count(),
                        count(),
                        count(),
                        count(),
                        random.nextBoolean() ? Map.of() : Map.of(text(), count()),
                        maybe(this::policy));
            case 4 -> connections();
            default -> occurrence();
        };
    }

    public Occurrence occurrence() {
        Kind kind = name(Kind.class);
        boolean ofAllCarriers = kind == Kind.STARVATION;
        return new Occurrence(
                text(),
                random.nextBoolean(),
                time(),
                name(Severity.class),
                new Hold(
                        ofAllCarriers ? null : thread(),
                        ofAllCarriers ? null : thread(),
                        millis(),
                        millis(),
                        random.nextBoolean() ? 0 : millis(),
                        random.nextBoolean()),
                new Cause(
                        kind,
                        maybe(() -> name(PinReason.class)),
                        maybe(() -> name(Category.class)),
                        maybe(this::text),
                        maybe(() -> new MonitorRef(maybe(this::text), maybe(this::thread))),
                        list(this::text),
                        shares(),
                        ofAllCarriers ? maybe(this::starvation) : null),
                new Place(
                        maybe(this::frame),
                        maybe(this::frame),
                        maybe(this::frame),
                        list(this::frame),
                        text(),
                        maybe(this::creation)),
                maybe(this::text),
                maybe(this::text),
                maybe(this::text),
                maybe(() -> name(Verdict.class)),
                1 + random.nextInt(3));
    }

    public OpenConnections connections() {
        return new OpenConnections(
                time(),
                maybe(this::text),
                maybe(this::text),
                random.nextInt(65_536),
                count(),
                count(),
                count(),
                list(() -> new OpeningSite(count(), maybe(this::frame), maybe(this::frame), list(this::frame))));
    }

    private PolicyCounts policy() {
        var verdicts = new EnumMap<Verdict, Long>(Verdict.class);
        for (int i = random.nextInt(4); i > 0; i--) {
            verdicts.put(name(Verdict.class), count());
        }
        return new PolicyCounts(
                maybe(this::text),
                random.nextBoolean(),
                count(),
                verdicts,
                list(() -> new RuleCount(random.nextInt(9_999), maybe(this::text), count(), random.nextBoolean())));
    }

    private Starvation starvation() {
        return new Starvation(count(), list(this::heldCarrier), maybe(this::lock), random.nextBoolean());
    }

    private HeldCarrier heldCarrier() {
        return new HeldCarrier(
                maybe(this::thread),
                maybe(this::thread),
                maybe(() -> name(Kind.class)),
                maybe(this::frame),
                list(this::frame));
    }

    private LockRef lock() {
        return new LockRef(maybe(this::text), maybe(this::thread), maybe(this::thread), maybe(this::text), count());
    }

    private Map<Kind, Double> shares() {
        var shares = new EnumMap<Kind, Double>(Kind.class);
        if (random.nextBoolean()) {
            shares.put(Kind.CPU, millis());
            shares.put(Kind.PINNED, millis());
            shares.put(name(Kind.class), millis());
        }
        return shares;
    }

    private Frame frame() {
        return new Frame(text(), text(), random.nextInt(70_000), maybe(this::text), maybe(this::text));
    }

    private ThreadRef thread() {
        return new ThreadRef(maybe(this::text), random.nextLong());
    }

    private Instant time() {
        int digits = random.nextInt(4);
        long unit = digits == 0 ? 1_000_000_000L : digits == 1 ? 1_000_000 : digits == 2 ? 1_000 : 1;
        long nanos = random.nextInt(1_000_000_000) / unit * unit;
        return Instant.ofEpochSecond(random.nextLong(-62_167_219_200L, 253_402_300_800L), nanos);
    }

    /** A whole number of microseconds, which is what a line can hold. */
    private double millis() {
        long micros = random.nextLong(1L << random.nextInt(1, 43));
        return micros / 1_000.0;
    }

    private long count() {
        return random.nextLong() >>> 1 + random.nextInt(62);
    }

    private Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        for (int i = random.nextInt(4); i > 0; i--) {
            texts.put(text(), text());
        }
        return texts;
    }

    private <T> List<T> list(Supplier<T> item) {
        var list = new ArrayList<T>();
        for (int i = random.nextInt(6); i > 0; i--) {
            list.add(item.get());
        }
        return list;
    }

    private <T> T maybe(Supplier<T> value) {
        return random.nextInt(4) == 0 ? null : value.get();
    }

    private String text() {
        return TEXTS[random.nextInt(TEXTS.length)];
    }

    private <E extends Enum<E>> E name(Class<E> type) {
        E[] constants = type.getEnumConstants();
        return constants[random.nextInt(constants.length)];
    }

    private Creation creation() {
        return new Creation(thread(), maybe(this::frame), list(this::frame));
    }
}
