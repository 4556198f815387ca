package dev.snag.findings.policy;

import dev.snag.findings.Occurrence;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * One thing that is known and all right.
 *
 * @param line where it stands in its file
 * @param until the last day on which it allows; null for ever
 * @param reason why it is all right
 */
public record AllowRule(int line, KindPattern kind, FramePattern frame, LocalDate until, String reason) {

    private static final String BECAUSE = "because";
    private static final String UNTIL = "until=";
    private static final String FORM = "KIND CLASS.METHOD [until=YYYY-MM-DD] because REASON";

    /**
     * Reads {@code KIND PATTERN [until=DATE] because REASON}.
     *
     * @throws IllegalArgumentException with what is wrong and what to write
     */
    static AllowRule parse(int number, String line) {
        // A finding's own headline has a blank there: PINNED (MONITOR).
        String[] words = line.strip().replaceFirst("^(\\S+)\\s+\\(", "$1(").split("\\s+");
        int because = 0;
        while (because < words.length && !words[because].equals(BECAUSE)) {
            because++;
        }
        if (because >= words.length - 1) {
            throw new IllegalArgumentException(
                    "no reason is given; end the line with 'because' and why it is all right");
        }
        if (because < 2) {
            throw new IllegalArgumentException("kind or pattern is missing; write " + FORM);
        }
        LocalDate until = null;
        for (int i = 2; i < because; i++) {
            if (!words[i].startsWith(UNTIL) || until != null) {
                throw new IllegalArgumentException("'" + words[i] + "' is not expected there; write " + FORM);
            }
            until = date(words[i].substring(UNTIL.length()));
        }
        String reason = String.join(" ", Arrays.copyOfRange(words, because + 1, words.length));
        return new AllowRule(number, KindPattern.parse(words[0]), FramePattern.parse(words[1]), until, reason);
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + text + "' is not a date; write it as until=2027-03-31", e);
        }
    }

    boolean matches(Occurrence occurrence) {
        return kind.matches(occurrence.cause()) && frame.matches(occurrence.place());
    }

    /** Whether its date has passed. */
    public boolean expiredOn(LocalDate today) {
        return until != null && today.isAfter(until);
    }

    /** Kind and pattern, as they are written. */
    public String what() {
        return kind + " " + frame;
    }
}
