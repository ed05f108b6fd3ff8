package se.fixamingata.it;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;

/** A test in a real browser: Debian's Chromium, driven by Playwright. One browser for the whole run, a fresh profile for each test. */
public abstract class BrowserTest extends ServerTest {

    /** The widths that everything must fit: a phone and a desk. */
    protected enum Screen {
        PHONE(390, 844),
        DESK(1280, 900);

        private final int width;
        private final int height;

        Screen(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    private static final AtomicInteger CALLERS = new AtomicInteger();
    private static Playwright playwright;
    private static Browser browser;

    private BrowserContext context;

    @AfterEach
    void closeProfile() {
        if (context != null) {
            context.close();
            context = null;
        }
    }

    /** A new window in Swedish and light, scripts on. */
    protected Page page(Screen screen) {
        return page(screen, "sv-SE", ColorScheme.LIGHT, true);
    }

    /** A new window of a new profile: nothing is remembered from an earlier one, which is closed. */
    protected Page page(Screen screen, String locale, ColorScheme scheme, boolean scripts) {
        closeProfile();
        context = browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(screen.width, screen.height)
                        .setLocale(locale)
                        .setTimezoneId("Europe/Stockholm")
                        .setColorScheme(scheme)
                        .setJavaScriptEnabled(scripts)
                        .setBaseURL(BASE));
        // Each window calls from an address of its own, so that one test's use of a limit is not another's.
        int caller = CALLERS.incrementAndGet();
        context.setExtraHTTPHeaders(
                Map.of("X-Forwarded-For", "192.0." + caller / 250 % 250 + "." + (1 + caller % 250)));
        context.setDefaultTimeout(15_000);
        return context.newPage();
    }

    /** Keeps what the whole page looks like, under {@code ear/target/screenshots}. */
    protected static void keepPicture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of(System.getProperty("fmg.root", ".."), "ear/target/screenshots", name + ".png"))
                .setFullPage(true));
    }

    private static synchronized Browser browser() {
        if (browser == null) {
            playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            browser = playwright
                    .chromium()
                    .launch(new LaunchOptions()
                            .setExecutablePath(chromium())
                            .setArgs(List.of(
                                    "--no-sandbox",
                                    "--disable-gpu",
                                    "--disable-background-networking",
                                    "--disable-component-update",
                                    "--disable-sync")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close, "close the browser"));
        }
        return browser;
    }

    private static Path chromium() {
        return List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome").stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No Chromium: apt-get install chromium"));
    }
}
