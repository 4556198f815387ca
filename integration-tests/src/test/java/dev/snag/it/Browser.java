package dev.snag.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The Chromium of this machine with one page open. */
final class Browser implements AutoCloseable {

    private static final Path CHROMIUM = Path.of(System.getProperty("snag.chromium", "/usr/bin/chromium"));
    private static final Path DRIVER = Path.of(System.getProperty("snag.chromedriver", "/usr/bin/chromedriver"));

    /** It warns at each start that no class of its own knows this version's protocol; none is used. */
    private static final Logger PROTOCOL = Logger.getLogger("org.openqa.selenium.devtools.CdpVersionFinder");

    private final ChromeDriver driver;
    private final Path folder;

    private Browser(ChromeDriver driver, Path folder) {
        this.driver = driver;
        this.folder = folder;
    }

    /** Leaves the test out, and says so, where there is none. */
    static void mustBeInstalled() {
        Assumptions.assumeTrue(
                Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER),
                "the report is not looked at: there is no " + CHROMIUM + " with " + DRIVER
                        + "; .ci/install-chromium puts" + " them there");
    }

    /** Opens a page; screenshots go into that folder. */
    static Browser at(Path page, Path folder) throws IOException {
        return at(page, folder, folder);
    }

    /** The same with another folder for the driver's own log. */
    static Browser at(Path page, Path folder, Path logs) throws IOException {
        Files.createDirectories(folder);
        Files.createDirectories(logs);
        PROTOCOL.setLevel(Level.SEVERE);
        var options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        // Without the flags against background networking a closed network refuses its connections, many at a time.
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--hide-scrollbars");
        var logging = new LoggingPreferences();
        logging.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logging);
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .usingAnyFreePort()
                .withLogFile(logs.resolve("chromedriver.log").toFile())
                .build();
        var browser = new Browser(new ChromeDriver(service, options), folder);
        browser.size(1280, 900);
        browser.scheme("light");
        browser.driver.get(page.toUri().toString());
        return browser;
    }

    /** The size of the page's window, which may be smaller than any window of a desktop. */
    void size(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** {@code light} or {@code dark}; and without motion, as a click misses what still moves. */
    void scheme(String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", scheme),
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    }

    /** Loads the page once more as a browser without scripts. */
    void withoutScripts() {
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        driver.navigate().refresh();
    }

    ChromeDriver driver() {
        return driver;
    }

    WebElement one(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    /** Those that are to be seen. */
    List<WebElement> seen(String selector) {
        return driver.findElements(By.cssSelector(selector)).stream()
                .filter(WebElement::isDisplayed)
                .toList();
    }

    /** What an expression of JavaScript gives, as text. */
    String ask(String expression) {
        return String.valueOf(driver.executeScript("return " + expression));
    }

    double number(String expression) {
        return Double.parseDouble(ask("Number(" + expression + ")"));
    }

    void waitFor(String expression) {
        new WebDriverWait(driver, Duration.ofSeconds(20))
                .withMessage(expression)
                .until(each -> ask(expression).equals("true"));
    }

    /** What the page has complained of since it was last asked. */
    List<String> complaints() {
        var complaints = new ArrayList<String>();
        for (LogEntry entry : driver.manage().logs().get(LogType.BROWSER)) {
            complaints.add(entry.getLevel() + " " + entry.getMessage());
        }
        return complaints;
    }

    /** A picture of the page, down to its end or to some height. */
    void picture(String name, int most) throws IOException {
        double height = Math.min(most, number("document.documentElement.scrollHeight"));
        double width = number("innerWidth");
        Map<String, Object> shot = driver.executeCdpCommand(
                "Page.captureScreenshot",
                Map.of(
                        "format",
                        "png",
                        "captureBeyondViewport",
                        true,
                        "clip",
                        Map.of("x", 0, "y", 0, "width", width, "height", height, "scale", 1)));
        Files.write(folder.resolve(name + ".png"), Base64.getDecoder().decode((String) shot.get("data")));
    }

    /** A picture of the part of the page that is to be seen. */
    void pictureOfWindow(String name) throws IOException {
        Files.write(folder.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
