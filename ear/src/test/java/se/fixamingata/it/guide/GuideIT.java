package se.fixamingata.it.guide;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.fixamingata.it.Accessibility;
import se.fixamingata.it.BrowserTest;
import se.fixamingata.it.Resident;
import se.fixamingata.it.Staff;

/** The guide shows this version: every picture and the film are there, and the pages still say what they said when they were taken. */
class GuideIT extends BrowserTest {

    /** Ten megabytes: a guide is opened on slow lines too. */
    private static final long FILM_MAX = 10L * 1024 * 1024;

    @ParameterizedTest
    @CsvSource({"sv,sv-SE", "en,en-GB"})
    void thePagesStillSayWhatThePicturesShow(String language, String locale) throws IOException {
        Resident resident = new Resident();
        resident.sendReport(resident.report("Lampan i guiden är trasig"));
        long report = Resident.number(resident.confirm(resident.confirmation(1)));
        Page page = page(Screen.DESK, locale, ColorScheme.LIGHT, true);
        Staff.caseworker("1763").signIn(page, "/handlaggning");
        Map<String, String> kept = GuideFiles.fingerprints();
        List<String> stale = new ArrayList<>();
        for (GuidePicture picture : GuidePicture.values()) {
            picture.open(page, new GuidePicture.Scene("forshaga", report));
            String name = language + "." + picture.code();
            String now = picture.fingerprint(page);
            if (!now.equals(kept.get(name))) {
                stale.add(name + "=" + now);
            }
            assertThat(GuideFiles.picture(language, picture)).isNotEmptyFile();
        }
        assertThat(stale)
                .as("pages that have changed since their pictures were taken: run payara-config/guide.sh")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"sv,sv-SE,Guide för handläggare", "en,en-GB,The handler's guide"})
    void theGuideShowsItsPicturesAndItsFilm(String language, String locale, String title) {
        Page page = page(Screen.DESK, locale, ColorScheme.LIGHT, true);
        Staff.reader("1763").signIn(page, "/handlaggning/guide");
        assertThat(page.locator("h1").innerText()).isEqualTo(title);
        int pictures = page.locator(".guide-picture img").count();
        assertThat(pictures).isEqualTo(GuidePicture.values().length);
        for (int i = 0; i < pictures; i++) {
            page.locator(".guide-picture img").nth(i).scrollIntoViewIfNeeded();
        }
        page.waitForFunction(
                "() => [...document.querySelectorAll('.guide-picture img')].every(i => i.complete && i.naturalWidth > 0)");
        page.waitForFunction("() => document.querySelector('.guide-film video').readyState >= 1");
        assertThat(((Number) page.evaluate("() => document.querySelector('.guide-film video').duration")).doubleValue())
                .isBetween(20.0, 180.0);
        assertThat(page.locator(".guide-film track").count()).isEqualTo(2);
        Accessibility.check(page);
        keepPicture(page, "guide-" + language);
    }

    @Test
    void theFilmIsSmallAndHasWordsInBothLanguages() throws IOException {
        assertThat(Files.size(GuideFiles.FILM)).isBetween(100_000L, FILM_MAX);
        for (String language : List.of("sv", "en")) {
            assertThat(GuideFiles.captions(language))
                    .content()
                    .startsWith("WEBVTT")
                    .contains("-->");
        }
    }
}
