package dev.snag.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.snag.jdks.Jdk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.Select;

/** The page that the shipped jar writes, in a browser: numbers, filters, zoom, links, keys, both themes, any width. */
class ReportInChromiumIT {

    private static final Path FOLDER = Folders.of("chromium");
    private static final Path PICTURES = FOLDER.resolve("pictures");
    private static final int TALL = 2_600;

    private static SampleRun.Contents many;
    private static Path pageOfMany;
    private static Path pageOfOne;
    private static Path pageOfNone;

    @BeforeAll
    static void pages() throws IOException, InterruptedException {
        Browser.mustBeInstalled();
        Folders.makeEmpty(FOLDER);
        many = SampleRun.of(FOLDER.resolve("many"), 10_000, 60, 2);
        SampleRun.of(FOLDER.resolve("one"), 1, 1, 1);
        SampleRun.well(FOLDER.resolve("none"));
        pageOfMany = page("many");
        pageOfOne = page("one");
        pageOfNone = page("none");
    }

    private static Path page(String name) throws IOException, InterruptedException {
        Jdk jdk = InstalledJdks.all().getFirst();
        Outcome report = Forked.in(FOLDER.resolve(name + "-command"))
                .arguments(jdk.tool("java"), "-jar", Shipped.agentJar(), "report", FOLDER.resolve(name))
                .run();
        assertThat(report.status()).as(report::described).isZero();
        return FOLDER.resolve(name).resolve("snags.html");
    }

    private static int rows(Browser browser) {
        return browser.seen("tbody.snag").size();
    }

    @Test
    void it_loads_without_a_complaint_and_shows_the_right_numbers() throws IOException {
        try (Browser browser = Browser.at(pageOfMany, PICTURES)) {
            assertThat(rows(browser)).isEqualTo(many.snags());
            assertThat(browser.one("[data-figure=occurrences] dd").getText()).isEqualTo("10,000");
            assertThat(browser.one("[data-figure=snags] dd").getText()).isEqualTo(many.snags() + "");
            assertThat(browser.one("[data-figure=outages] dd").getText()).isEqualTo("1");
            assertThat(drawn(browser)).isEqualTo(10_000);
            assertThat(browser.number("document.getElementById('icicle').dataset.ms"))
                    .isCloseTo(many.heldMs(), within(1.0));
            assertThat(browser.complaints()).isEmpty();
            browser.picture("many-light", TALL);
            browser.scheme("dark");
            browser.picture("many-dark", TALL);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void kinds_packages_states_and_tests_filter_everything_at_once() throws IOException {
        try (Browser browser = Browser.at(pageOfMany, PICTURES)) {
            browser.one("[data-kind=MONITOR]").click();
            assertThat(rows(browser)).isEqualTo(12);
            assertThat(drawn(browser)).isEqualTo(2_000);
            assertThat(browser.one("#filter-result").getText()).startsWith("12 of 61 snags, ");
            assertThat(browser.number("document.getElementById('icicle').dataset.ms"))
                    .isLessThan(many.heldMs() / 4);
            browser.one("#filter-text").sendKeys("org.driver");
            assertThat(rows(browser)).isEqualTo(3);
            assertThat(browser.seen("tbody.snag .package"))
                    .extracting(WebElement::getText)
                    .containsOnly("org.driver.net.");
            browser.picture("filtered", TALL);
            browser.one("#filter-clear").click();
            assertThat(rows(browser)).isEqualTo(many.snags());
            new Select(browser.one("#filter-test")).selectByVisibleText("com.acme.OrderTest.snag8");
            assertThat(rows(browser)).isEqualTo(1);
            browser.one("#filter-clear").click();
            new Select(browser.one("#filter-state")).selectByVisibleText("warning");
            assertThat(rows(browser)).isEqualTo(12);
            browser.one("#filter-text").sendKeys("no such thing");
            assertThat(rows(browser)).isZero();
            assertThat(browser.one("#no-snag").isDisplayed()).isTrue();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void the_time_line_zooms_by_button_drag_and_key() throws IOException {
        try (Browser browser = Browser.at(pageOfMany, PICTURES)) {
            double whole = span(browser);
            browser.one("#zoom-in").click();
            assertThat(span(browser)).isCloseTo(whole / 2, within(0.01));
            browser.one("#zoom-out").click();
            assertThat(span(browser)).isCloseTo(whole, within(0.01));
            WebElement lanes = browser.one("#timeline");
            new Actions(browser.driver())
                    .moveToElement(lanes, 0, 0)
                    .clickAndHold()
                    .moveByOffset(100, 0)
                    .release()
                    .perform();
            assertThat(span(browser)).isBetween(whole / 20, whole / 6);
            assertThat(drawn(browser)).isBetween(300.0, 3_000.0);
            browser.picture("zoomed", 1_000);
            lanes.sendKeys("+");
            assertThat(span(browser)).isLessThan(whole / 12);
            double from = browser.number("document.getElementById('timeline').dataset.from");
            lanes.sendKeys(Keys.ARROW_RIGHT);
            assertThat(browser.number("document.getElementById('timeline').dataset.from"))
                    .isGreaterThan(from);
            lanes.sendKeys("0");
            assertThat(span(browser)).isCloseTo(whole, within(0.01));
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void a_hold_leads_to_its_snag_and_a_snag_to_its_holds_and_stacks() throws IOException {
        try (Browser browser = Browser.at(pageOfMany, PICTURES)) {
            browser.one("#timeline").sendKeys("n");
            assertThat(browser.one("#picked").getText()).contains("virtual thread", "Go to its snag");
            browser.one("#picked a").click();
            WebElement row = browser.one("tbody.picked-snag");
            assertThat(row.findElement(By.cssSelector("details")).getDomProperty("open"))
                    .isEqualTo("true");
            assertThat(row.findElement(By.cssSelector(".stack")).isDisplayed()).isTrue();
            browser.waitFor("document.querySelectorAll('tbody.picked-snag .links button').length === 2");
            browser.pictureOfWindow("opened");
            List<WebElement> links = row.findElements(By.cssSelector(".links button"));
            double whole = span(browser);
            links.get(0).click();
            assertThat(span(browser)).isLessThan(whole / 2);
            double all = browser.number("document.getElementById('icicle').dataset.ms");
            links.get(1).click();
            assertThat(browser.number("document.getElementById('icicle').dataset.ms"))
                    .isLessThan(all / 10);
            browser.pictureOfWindow("stacks");
            browser.one("#icicle-all").click();
            assertThat(browser.number("document.getElementById('icicle').dataset.ms"))
                    .isEqualTo(all);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void the_stacks_zoom_by_click_and_go_back_by_key() throws IOException {
        try (Browser browser = Browser.at(pageOfMany, PICTURES)) {
            double all = browser.number("document.getElementById('icicle').dataset.ms");
            browser.one("#icicle [aria-level='3']").click();
            double part = browser.number("document.getElementById('icicle').dataset.ms");
            assertThat(part).isLessThan(all).isPositive();
            assertThat(browser.one("#icicle-frame").getText()).contains("held for");
            browser.driver().switchTo().activeElement().sendKeys(Keys.ARROW_DOWN);
            assertThat(browser.driver().switchTo().activeElement().getDomAttribute("aria-level"))
                    .isEqualTo("4");
            browser.driver().switchTo().activeElement().sendKeys(Keys.ESCAPE);
            browser.driver().switchTo().activeElement().sendKeys(Keys.ESCAPE);
            assertThat(browser.number("document.getElementById('icicle').dataset.ms"))
                    .isEqualTo(all);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void the_table_sorts_by_its_headings() throws IOException {
        try (Browser browser = Browser.at(pageOfMany, PICTURES)) {
            WebElement longest = browser.one("[data-sort=longest]");
            longest.click();
            assertThat(browser.ask(
                            "[...document.querySelectorAll('tbody.snag')].map(r => data.snags[r.dataset.snag].longest)"
                                    + ".every((ms, i, all) => i === 0 || all[i - 1] >= ms)"))
                    .isEqualTo("true");
            longest.click();
            assertThat(browser.ask(
                            "[...document.querySelectorAll('tbody.snag')].map(r => data.snags[r.dataset.snag].longest)"
                                    + ".every((ms, i, all) => i === 0 || all[i - 1] <= ms)"))
                    .isEqualTo("true");
            assertThat(browser.one("th[aria-sort]").getDomAttribute("aria-sort"))
                    .isEqualTo("ascending");
        }
    }

    @Test
    void a_phone_shows_it_without_scrolling_sideways() throws IOException {
        for (Path page : List.of(pageOfMany, pageOfOne, pageOfNone)) {
            try (Browser browser = Browser.at(page, PICTURES)) {
                browser.size(400, 800);
                browser.driver().navigate().refresh();
                if (page == pageOfOne) {
                    browser.one("tbody.snag summary").click();
                }
                assertThat(browser.number("document.documentElement.scrollWidth"))
                        .isLessThanOrEqualTo(400);
                browser.picture("narrow-" + page.getParent().getFileName(), TALL);
                assertThat(browser.complaints()).isEmpty();
            }
        }
    }

    @Test
    void one_snag_and_none_at_all_look_like_it() throws IOException {
        try (Browser browser = Browser.at(pageOfOne, PICTURES)) {
            browser.one("tbody.snag summary").click();
            browser.picture("one-light", TALL);
            browser.scheme("dark");
            browser.picture("one-dark", TALL);
            assertThat(rows(browser)).isEqualTo(1);
            assertThat(drawn(browser)).isEqualTo(1);
            assertThat(browser.complaints()).isEmpty();
        }
        try (Browser browser = Browser.at(pageOfNone, PICTURES)) {
            assertThat(browser.one("h1").getText()).isEqualTo("Nothing held a carrier.");
            assertThat(browser.seen("table, #timeline, #icicle, #filters")).isEmpty();
            assertThat(browser.one("#watched").getText()).contains("JVM 815", "120,345");
            browser.picture("none-light", TALL);
            browser.scheme("dark");
            browser.picture("none-dark", TALL);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void without_scripts_summary_and_snags_are_there() throws IOException {
        try (Browser browser = Browser.at(pageOfMany, PICTURES)) {
            browser.withoutScripts();
            assertThat(browser.one("h1").getText()).startsWith("Carriers were held 10,000 times");
            browser.one("#snag-51c0ffee51c0ffee summary").click();
            assertThat(browser.one("#snag-51c0ffee51c0ffee .details").getText())
                    .contains(
                            "17 virtual threads waited for a carrier.",
                            "owned by nobody; next in line is \"flush\" #123");
            browser.pictureOfWindow("outage-without-scripts");
            assertThat(browser.driver().findElements(By.cssSelector("tbody.snag")))
                    .hasSize(many.snags());
            assertThat(browser.one("#snags").isDisplayed()).isTrue();
            assertThat(browser.one("#time").isDisplayed()).isFalse();
        }
    }

    /** By the formula of WCAG 2: 4.5 is enough for text of any size. */
    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void every_colour_of_text_stands_out(String scheme) throws IOException {
        try (Browser browser = Browser.at(pageOfMany, PICTURES)) {
            browser.scheme(scheme);
            for (String text : List.of(
                    "ink", "quiet", "pinned", "monitor", "call", "init", "cpu", "starved", "good", "bad", "odd")) {
                for (String ground : List.of("paper", "surface")) {
                    assertThat(contrast(browser, text, ground))
                            .as("%s on %s, %s", text, ground, scheme)
                            .isGreaterThanOrEqualTo(4.5);
                }
            }
            assertThat(contrast(browser, "quiet", "sunk")).isGreaterThanOrEqualTo(4.5);
            assertThat(contrast(browser, "bad", "bad-soft")).isGreaterThanOrEqualTo(4.5);
            assertThat(contrast(browser, "odd", "odd-soft")).isGreaterThanOrEqualTo(4.5);
            assertThat(contrast(browser, "good", "good-soft")).isGreaterThanOrEqualTo(4.5);
        }
    }

    private static double contrast(Browser browser, String text, String ground) {
        double one = luminance(browser, text);
        double other = luminance(browser, ground);
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    private static double luminance(Browser browser, String name) {
        String hex =
                browser.ask("getComputedStyle(document.documentElement).getPropertyValue('--" + name + "').trim()");
        assertThat(hex).matches("#[0-9a-f]{6}");
        double sum = 0;
        double[] weights = {0.2126, 0.7152, 0.0722};
        for (int i = 0; i < 3; i++) {
            double part = Integer.parseInt(hex.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            sum += weights[i] * (part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    private static double drawn(Browser browser) {
        return browser.number("document.getElementById('timeline').dataset.drawn");
    }

    private static double span(Browser browser) {
        return browser.number(
                "document.getElementById('timeline').dataset.to - document.getElementById('timeline').dataset.from");
    }
}
