package dev.snag.benchmarks.report;

import dev.snag.benchmarks.fork.BenchmarkFailed;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page with places for results, each between {@code <!-- results: NAME -->} and {@code <!-- end of results -->}.
 * Only whole fragments go in, as they were written, so that no number on the page is typed by hand.
 */
public final class Page {
    private static final String END = "<!-- end of results -->";

    private Page() {}

    /** The page with {@code fragment} at the place of {@code benchmark}. */
    public static String with(String page, String benchmark, String fragment) {
        if (fragment.startsWith(Results.QUICK)) {
            throw new BenchmarkFailed(
                    "The results of " + benchmark + " are of a quick run. Run it without --quick before quoting it.");
        }
        String begin = "<!-- results: " + benchmark + " -->";
        Matcher place = Pattern.compile(Pattern.quote(begin) + ".*?" + Pattern.quote(END), Pattern.DOTALL)
                .matcher(page);
        if (!place.find()) {
            throw new BenchmarkFailed("The page has no place for " + benchmark + ": add " + begin + " and " + END);
        }
        return page.substring(0, place.start()) + begin + "\n\n" + fragment.strip() + "\n\n" + END
                + page.substring(place.end());
    }
}
