package se.fixamingata.it.guide;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import se.fixamingata.it.BrowserTest;

/**
 * Takes the guide's pictures and records its film, from a running demonstration. Not part of the build: {@code payara-config/guide.sh}
 * runs it when the pages have changed, and {@link GuideIT} says when that is.
 */
class GuideStudio extends BrowserTest {

    private static final String AUTHORITY = "forshaga";
    private static final int FILM_WIDTH = 1280;

    @Test
    void takePictures() throws IOException {
        Map<String, String> prints = new TreeMap<>();
        for (String language : List.of("sv", "en")) {
            Page page = page(Screen.DESK, language.equals("sv") ? "sv-SE" : "en-GB", ColorScheme.LIGHT, true);
            signIn(page);
            GuidePicture.Scene scene = new GuidePicture.Scene(AUTHORITY, firstReport(page));
            Files.createDirectories(GuideFiles.FOLDER.resolve(language));
            for (GuidePicture picture : GuidePicture.values()) {
                picture.open(page, scene);
                page.screenshot(new Page.ScreenshotOptions().setPath(GuideFiles.picture(language, picture)));
                prints.put(language + "." + picture.code(), picture.fingerprint(page));
            }
        }
        GuideFiles.keep(prints);
    }

    @Test
    void recordFilm() throws IOException {
        Path frames = Files.createDirectories(Path.of(System.getProperty("fmg.root", ".."), "ear/target/film"));
        Page page = page(Screen.DESK);
        signIn(page);
        page.navigate("/handlaggning/start?a=" + AUTHORITY);
        FilmCamera camera = new FilmCamera(page, frames);
        GuideFilm.play(page, camera, AUTHORITY);
        camera.stop();
        page.navigate("/handlaggning?a=" + AUTHORITY);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(GuideFiles.POSTER)
                .setType(com.microsoft.playwright.options.ScreenshotType.JPEG)
                .setQuality(80)
                .setClip(0, 0, FILM_WIDTH, 800));
    }

    private static long firstReport(Page page) {
        page.navigate("/handlaggning?a=" + AUTHORITY);
        String href =
                page.locator("main a[href*='/handlaggning/rapport/']").first().getAttribute("href");
        return Long.parseLong(href.replaceAll(".*/rapport/([0-9]+).*", "$1"));
    }

    private static void signIn(Page page) {
        page.navigate("/logga-in");
        page.locator("#email").fill(System.getProperty("fmg.guide.email"));
        page.locator("#password").fill(System.getProperty("fmg.guide.password"));
        page.locator("#sign-in button[value=password]").click();
        page.waitForURL(url -> !url.contains("/logga-in"));
    }
}
